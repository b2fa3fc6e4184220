# make run    audits the sample corpus and says where to look
# make test   everything that CI checks
# make build  the release binary: .build/release/taohua
# make wheel  the same for pip and pre-commit: dist/
# make test-spark  the audit in parts, and on Spark, with larger corpora
# make test-fuzz  half an hour of fuzzing for each reader of foreign bytes, and for the engine
# make test-sanitize  the test suite under ThreadSanitizer and AddressSanitizer
# make test-long  100,000 random corpora, thousands of subsets of the seeds, a suffix array
# make bench  speed and memory, on the corpora that are there
# make trust-report  tries every promise and makes the table of docs/trust.md, in an hour or two; LONG=1 in many
# make clean  removes what was built

BINARY := .build/release/taohua

.PHONY: run test test-spark test-fuzz test-sanitize test-long build wheel setup setup-tests bench trust-report clean

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

test-fuzz:
	scripts/check-fuzz --long

test-sanitize: setup-tests
	scripts/check-sanitizers --record

test-long: build setup-tests
	scripts/check-exactness $(BINARY) --long

bench: build
	swift build -c release --product reading-benchmark
	swift build -c release --product core-benchmark
	Benchmarks/run
	Benchmarks/reading

trust-report: build setup-tests
	scripts/trust-report $(BINARY) $(if $(LONG),--long)

setup:
	@scripts/setup

setup-tests:
	@scripts/setup --tests

clean:
	rm -rf .build Benchmarks/.build dist
