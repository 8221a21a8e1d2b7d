#!/bin/sh
# Starts NATS in a container with each user's password from its secret file: the services' and the set-up's.
# /run/secrets/nats-<service> holds one line; the quotes keep a password of digits a string for NATS.
set -eu
for service in referral family-plan scheduling consent reporting set-up; do
  variable="NATS_PASSWORD_$(echo "$service" | tr 'a-z-' 'A-Z_')"
  password="$(cat "/run/secrets/nats-$service")"
  export "$variable=\"$password\""
done
exec nats-server -c /etc/nats/helhed.conf
