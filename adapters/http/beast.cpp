// Asio and Beast themselves, compiled once here and nowhere else.
// Not ours: the room's CMakeLists.txt defines BOOST_ASIO_SEPARATE_COMPILATION and its sisters, so
// that every other file sees declarations. Rule kept: no file of the room takes long to compile.
#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
