# SPDX-License-Identifier: EUPL-1.2
# Ledsaga: from exports to the yearly follow-up.
#
#   make report   set up, build, and write the report on the exports in data/
#   make unit     the tests that need no built program, for the minutes between
#   make prove    make test, with every seeded proof run whole
#   make test     set up, check the style and the rooms, attack 100 made-up releases, and run every test
#   make lint     style (swift format, strict) and that no room imports what it may not
#   make bench    time reading, checking and measuring of 5 million visits beside bare libcsv
#   make coverage write docs/coverage.md: what the intervals of surveys keep of what they promise
#   make check    open the pages in a browser: accessibility, 320 px, valid HTML (needs chromium)
#   make install  put the program in $(PREFIX)/bin
#   make clean    remove what was built

PREFIX ?= /usr/local
YEAR ?= 2019
# How many made-up releases are attacked; make prove takes ten times as many.
RELEASES = 100
LAWS = 40
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build report unit test prove lint bench coverage check install clean

help:
	@sed -n '4,14s/^# \{0,1\}//p' Makefile

setup:
	@Scripts/setup

build: setup
	@Scripts/build-release ledsaga

report: build
	@.build/release/ledsaga report --year $(YEAR)

lint: setup
	@swift format lint --strict --recursive Sources Tests Benchmarks Package.swift
	@swift build --build-tests --explicit-target-dependency-import-check error
	@Scripts/check-tree

# Tests that disclosure-bench has run already, with the same seeds and more.
TRIED = nothing hidden follows from all that is published together|few with both laws are not had of what is published

# lint has built the tests.
test: lint
	@Scripts/build-release ledsaga
	@Scripts/build-release disclosure-bench
	@.build/release/disclosure-bench $(RELEASES)
	@.build/release/disclosure-bench $(LAWS) laws
	@LEDSAGA_PROGRAM="$$PWD/.build/release/ledsaga" swift test --skip-build --disable-xctest --skip '$(TRIED)'

unit: setup
	@swift test --disable-xctest --skip SimulationTests --skip EndToEndTests

prove: export LEDSAGA_PROVE = 1
prove: RELEASES = 1000
prove: LAWS = 400
prove: test

bench: setup
	@Benchmarks/run

coverage: setup
	@Scripts/build-release coverage-bench
	@.build/release/coverage-bench >docs/coverage.md

check: build
	@Scripts/check-pages

install: build
	install -D .build/release/ledsaga "$(DESTDIR)$(PREFIX)/bin/ledsaga"

clean:
	@rm -rf .build
