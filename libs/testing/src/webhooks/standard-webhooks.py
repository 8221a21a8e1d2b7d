"""Verifies messages, one a line, with the reference library of Standard Webhooks, in another language than the sender's."""

import json
import sys

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

for line in sys.stdin:
    given = json.loads(line)
    try:
        Webhook(given["secret"]).verify(given["body"], given["headers"])
    except WebhookVerificationError as refused:
        print(f"refused: {refused}", flush=True)
    else:
        print("verified", flush=True)
