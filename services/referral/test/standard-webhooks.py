"""Verifies a message with the reference library of Standard Webhooks, in another language than the sender's."""

import json
import sys

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

given = json.load(sys.stdin)
try:
    Webhook(given["secret"]).verify(given["body"], given["headers"])
except WebhookVerificationError as refused:
    print(f"refused: {refused}")
else:
    print("verified")
