#!/bin/sh
# Starts NATS in a container with each service's password from its secret file.
# /run/secrets/nats-<service> holds one line; the quotes keep a password of digits a string for NATS.
set -eu
for service in referral family-plan scheduling consent reporting; do
  variable="NATS_PASSWORD_$(echo "$service" | tr 'a-z-' 'A-Z_')"
  password="$(cat "/run/secrets/nats-$service")"
  export "$variable=\"$password\""
done
exec nats-server -c /etc/nats/helhed.conf
