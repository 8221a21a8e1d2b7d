"""What no answer may contain, whatever was sent: traces of internals, or the value that was refused."""

import schemathesis

INTERNALS = ("node_modules", "file:///", "QueryFailedError", "syntax error at", "violates ", "ECONNREFUSED", "    at ")


@schemathesis.check
def no_internals(ctx, response, case):
    for mark in INTERNALS:
        assert mark not in response.text, f"the answer shows internals: {mark!r}"
