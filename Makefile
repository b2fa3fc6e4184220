# make run    audits the sample corpus and says where to look
# make test   everything that CI checks
# make build  the release binary: .build/release/taohua
# make wheel  the same for pip and pre-commit: dist/
# make test-spark  the audit in parts, and on Spark, with larger corpora
# make bench  speed and memory, on the corpora that are there
# make clean  removes what was built

BINARY := .build/release/taohua

.PHONY: run test test-spark build wheel setup setup-tests bench clean

run: build
	$(BINARY) audit corpus --output reports
	@echo
	@echo "The report is reports/index.html: open it in a browser."

build: setup
	scripts/build-release
	@echo "The program is $(BINARY)"

wheel: setup
	scripts/build-wheel

test: setup-tests
	scripts/test

test-spark: build
	@scripts/setup --spark
	scripts/check-distributed $(BINARY) --long
	scripts/check-distributed $(BINARY) --long --spark

bench: build
	swift build -c release --product reading-benchmark
	swift build -c release --product core-benchmark
	Benchmarks/run
	Benchmarks/reading

setup:
	@scripts/setup

setup-tests:
	@scripts/setup --tests

clean:
	rm -rf .build Benchmarks/.build dist
