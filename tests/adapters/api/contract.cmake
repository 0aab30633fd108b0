# What this file is: runs the API's tests while their exchanges are written down, then holds those against the
# description. Not the check itself: contract.py.
file(REMOVE ${EXCHANGES})
execute_process(COMMAND ${CMAKE_COMMAND} -E env KALLAD_EXCHANGES=${EXCHANGES} ${TESTS} --gtest_brief=1
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PYTHON} ${SCRIPT} ${EXCHANGES} COMMAND_ERROR_IS_FATAL ANY)
