# Two commands to start:  make forecast   and   make test

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
BINARY = .build/release/forecast
# Everything that an installed program reads: rules, pace of other places, the examples, real figures.
SHARED = regulations pace-library kien-hung merged-commune vietnam-trained-labour

.PHONY: forecast build test nist timings lint install uninstall dependencies clean

forecast: build
	$(BINARY) --target level2

build: dependencies
	$(SWIFT) build --configuration release --product forecast

test: dependencies
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	$(SWIFT) test --skip-build --disable-xctest

nist: dependencies
	$(SWIFT) build --configuration release --product nist
	.build/release/nist datasets/nist-strd

timings: dependencies
	$(SWIFT) build --configuration release --product timings
	.build/release/timings

lint:
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/forecast
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/forecast
	for folder in $(SHARED); do \
	  rm -rf $(DESTDIR)$(PREFIX)/share/forecast/$$folder; \
	  cp -R datasets/$$folder $(DESTDIR)$(PREFIX)/share/forecast/; \
	done

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/forecast
	rm -rf $(DESTDIR)$(PREFIX)/share/forecast

dependencies:
	@scripts/install-dependencies

clean:
	rm -rf .build
