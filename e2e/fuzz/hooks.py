"""What no answer may contain, whatever was sent: traces of internals."""

import schemathesis

from internals import shown


def sent(request):
    body = request.body or b""
    text = body if isinstance(body, str) else bytes(body).decode(errors="replace")
    return "\n".join([request.url, *map(str, request.headers.values()), text])


@schemathesis.check
def no_internals(ctx, response, case):
    found = shown(response.text, sent(response.request))
    assert not found, f"the answer shows internals: {found}"
