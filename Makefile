# All that can be asked of this project. `make` alone lists it.

PORT   ?= 8000
PYTHON ?= python3
RUN    := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help serve test test-quick test-content site check reference new report lint measure bench saves golden schema citation publish promise links reviews zip take-along lock clean runtime dev

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: runtime ## show the site on 127.0.0.1:8000 and follow every edit (PORT=8001 for another port)
	@$(RUN) scripts/serve.py $(PORT)

test: dev ## run every test, in a browser too (installs one where there is none)
	@$(RUN) scripts/browser.py
	@env -u PYTHONDONTWRITEBYTECODE $(RUN) -m pytest

test-quick: dev ## run the tests of the core alone: no browser, no build, about a minute
	@env -u PYTHONDONTWRITEBYTECODE $(RUN) -m pytest tests/unit

test-content: dev ## run the tests of our own data and pages alone, in a browser too
	@$(RUN) scripts/browser.py
	@env -u PYTHONDONTWRITEBYTECODE $(RUN) -m pytest tests/content

site: runtime ## build the site into site/
	@$(RUN) scripts/build.py

check: runtime ## look for mistakes in the data, without building (CHECK=--json for programs)
	@$(RUN) scripts/check.py $(CHECK)

reference: runtime ## add a publication: paste it, or FILE=x.ris, or DOI=10.1000/1 (KEY=beet2031beds)
	@$(RUN) scripts/reference.py "$(or $(FILE),$(DOI))" $(if $(KEY),--key "$(KEY)") $(if $(ALIKE),--alike)

new: runtime ## add a record with blanks: KIND=study KEY=beet2031beds (or answer what it asks)
	@$(RUN) scripts/new.py "$(KIND)" $(if $(KEY),"key=$(KEY)") $(if $(OF),"of=$(OF)") $(ANSWERS)

report: runtime ## tell what a change does, for people who do not read YAML (BASE=main)
	@$(RUN) scripts/report.py "$(or $(BASE),main)"

lint: dev ## run the linters and the type checker alone
	@$(RUN) -m pytest tests/test_tooling.py

measure: dev site ## how long the pages are, kind by kind, before they folded and now
	@$(RUN) scripts/measure.py

bench: dev ## measure builds, edits, checks and search at several sizes (BENCH="--sizes ours,100,300,1000 --keep" for all)
	@$(RUN) scripts/browser.py
	@$(RUN) scripts/bench.py run $(or $(BENCH),--keep)

saves: dev ## measure what passes from a save to the page in the browser, under make serve
	@$(RUN) scripts/browser.py
	@$(RUN) scripts/bench.py run --sizes ours --only live

golden: dev ## record the golden pages again, after a change that is meant
	@$(RUN) -m pytest -k golden --update-golden

schema: runtime ## write what editors use from the model: data/*.schema.json, snippets
	@$(RUN) scripts/schema.py

citation: runtime ## write the name and the license of data/site.yaml into CITATION.cff
	@$(RUN) scripts/cff.py

publish: site ## note in data/published.json all that the site promises
	@$(RUN) scripts/publish.py

promise: site ## note what is online on the branch "published" (REMOTE=address; the deployment does it)
	@$(RUN) scripts/promise.py $(or $(REMOTE),origin)

links: runtime ## ask if the addresses of other sites still answer; what to mend is printed (needs a network; REPORT=file)
	@$(RUN) scripts/links.py $(if $(REPORT),> "$(REPORT)")

reviews: runtime ## print which theories and help lines should have been looked at by now (REPORT=file)
	@$(RUN) scripts/reviews.py $(if $(REPORT),> "$(REPORT)")

zip: site ## build the site, and pack it into site.zip: the same bytes for the same site
	@$(RUN) scripts/zip_site.py

take-along: site ## build the site, and put into it a zip of it that works from a disk, offered to trainers
	@$(RUN) scripts/take_along.py

lock: dev ## write requirements*.txt from requirements*.in (UPGRADE=1 for newer releases)
	@for name in requirements requirements-dev; do .venv/bin/uv pip compile --quiet \
		--universal --python-version 3.11 --generate-hashes $(if $(UPGRADE),--upgrade) \
		$$name.in --output-file $$name.txt || exit 1; done

clean: ## remove all that make has made
	@rm -rf .venv .cache site .site-* .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -prune -exec rm -rf {} +

runtime:
	@$(PYTHON) scripts/install.py

dev:
	@$(PYTHON) scripts/install.py dev
