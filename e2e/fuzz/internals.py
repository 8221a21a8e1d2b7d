"""Traces of the platform's own insides in an answer."""

from urllib.parse import unquote_plus

MARKS = ("node_modules", "file:///", "QueryFailedError", "syntax error at", "violates ", "ECONNREFUSED", "    at ")


def shown(answer, sent):
    """The marks that an answer holds and the request did not.

    A problem names the field that it refuses, so what was sent may stand in the answer: the fuzzer takes names from
    the constants of the programs that it loads, which are this file's too.

    >>> shown("at node_modules/pg violates a key", "/v1/families?lang=da")
    ['node_modules', 'violates ']
    >>> shown("No such field: node_modules", "/v1/families?node_modules=1")
    []
    >>> shown("No such field: violates x", "/v1/families?violates+x=%20")
    []
    >>> shown("No such field: node_modules. ECONNREFUSED", "/v1/families?node%5Fmodules")
    ['ECONNREFUSED']
    """
    plain = sent + unquote_plus(sent)
    return [mark for mark in MARKS if mark in answer and mark not in plain]
