# What this file is: holds what the API answered in a whole test run against its own description, with a validator that
# is not ours, and looks the description over: references, identifiers, parameters, schemas.
# What it is not: a test of what the answers say. Usage: contract.py EXCHANGES, a file of one JSON object a line
# ({method, path, status, type, body}), which must hold the description itself as one of the answers.
import collections
import json
import re
import sys

from jsonschema import Draft202012Validator

exchanges = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
document = json.loads(next(e["body"] for e in exchanges if e["path"] == "/api/openapi.json"))
faults = []


def fault(*words):
    faults.append(" ".join(str(word) for word in words))


def look_over(document):
    """The description by itself: what a linter of OpenAPI 3.1 asks first."""
    if document["openapi"] != "3.1.0" or not document["info"].get("license"):
        fault("version or licence is missing")
    ids = collections.Counter()
    for path, methods in document["paths"].items():
        named = set(re.findall(r"{([^}]+)}", path))
        for method, operation in methods.items():
            ids[operation["operationId"]] += 1
            said = {p["name"] for p in operation.get("parameters", []) if p["in"] == "path"}
            if said != named:
                fault(method, path, "declares", said, "and has", named)
            for status, answer in operation["responses"].items():
                if not answer.get("description"):
                    fault(method, path, status, "has no description")
    for name, times in ids.items():
        if times > 1:
            fault("operationId", name, "stands", times, "times")
    for name, schema in document["components"]["schemas"].items():
        try:
            Draft202012Validator.check_schema(schema)
        except Exception as error:  # the validator's own kinds differ by version
            fault("schema", name, error)
    known = {"#/components/schemas/" + name for name in document["components"]["schemas"]}
    for used in set(re.findall(r'"\$ref": "([^"]+)"', json.dumps(document))):
        if used not in known:
            fault("reference to nothing:", used)


def pattern_of(path):
    matches = []
    for pattern in document["paths"]:
        wanted = re.sub(r"\\{[^}]+\\}", "[^/]+", re.escape(pattern))
        if re.fullmatch(wanted, path):
            matches.append(pattern)
    return min(matches, key=lambda pattern: pattern.count("{"), default=None)


def schema_for(exchange):
    problem = {"$ref": "#/components/schemas/Problem"}
    pattern = pattern_of(exchange["path"])
    method = "get" if exchange["method"] == "HEAD" else exchange["method"].lower()
    operation = document["paths"].get(pattern, {}).get(method)
    if operation is None:
        return problem
    responses = operation["responses"]
    answer = responses.get(str(exchange["status"]), responses["default"])
    media = exchange.get("type", "").split(";")[0]
    content = answer.get("content", {})
    if media not in content:
        fault(exchange["method"], pattern, exchange["status"], "answers", media, "which is not described")
        return {}
    return content[media].get("schema", {})


look_over(document)
checked = 0
seen = set()
for exchange in exchanges:
    if not exchange["body"] or exchange["status"] in (204, 303, 304):
        continue
    schema = schema_for(exchange)
    text = exchange.get("type", "")
    value = json.loads(exchange["body"]) if "json" in text else exchange["body"]
    validator = Draft202012Validator({**schema, "components": document["components"]})
    for error in validator.iter_errors(value):
        fault(exchange["method"], exchange["path"], exchange["status"], error.json_path, error.message[:200])
    seen.add((exchange["method"], pattern_of(exchange["path"]), exchange["status"]))
    checked += 1

for line in faults[:50]:
    print(line)
print(f"{checked} answers of {len(seen)} kinds held against the description, {len(faults)} faults")
sys.exit(1 if faults or checked < 200 else 0)
