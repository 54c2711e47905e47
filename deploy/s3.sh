#!/bin/sh
# A bucket of S3, or of a host that speaks the same: copies site/ there with `aws`.
#   make site && BUCKET=name sh deploy/s3.sh
# Set the bucket up once, so that it shows pages:
#   aws s3 website "s3://name/" --index-document index.html --error-document 404.html
set -eu

# First what pages need. Names with a part of their content's hash never mean another file, and old
# ones stay for pages that somebody still has open.
aws s3 sync site/ "s3://$BUCKET/" --no-progress --exclude "*" \
  --include "assets/js/*" --include "assets/css/*" --include "assets/search.*" \
  --include "assets/stylesheets/*" \
  --cache-control "public, max-age=31536000, immutable"

aws s3 sync site/ "s3://$BUCKET/" --no-progress --delete \
  --exclude "assets/js/*" --exclude "assets/css/*" --exclude "assets/search.*" \
  --exclude "assets/stylesheets/*" \
  --cache-control "public, max-age=300"
