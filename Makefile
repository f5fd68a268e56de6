# SPDX-License-Identifier: MIT
# One word for each thing a developer does. Each sets up what it needs: system packages where they are missing, then .venv.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
bin := .venv/bin
pytest := env -u PYTHONDONTWRITEBYTECODE $(bin)/python -m pytest  # tests start the program often: compile it once

# what must be there = the Debian package that brings it
window_needs := libGL.so.1=libgl1 libEGL.so.1=libegl1 libglib-2.0.so.0=libglib2.0-0 libdbus-1.so.3=libdbus-1-3 \
	libfontconfig.so.1=libfontconfig1 libxkbcommon.so.0=libxkbcommon0
screen_needs := libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 libxcb-keysyms.so.1=libxcb-keysyms1 \
	libxcb-shape.so.0=libxcb-shape0 libxkbcommon-x11.so.0=libxkbcommon-x11-0
virtual_screen_needs := Xvfb=xvfb openbox=openbox
build_needs := objdump=binutils
trace_needs := strace=strace
interop_needs := soffice=libreoffice-writer-nogui soffice=libreoffice-calc-nogui chromium=chromium npm=npm

.PHONY: help run test soak lint types translations bench pictures live-pictures gallery build interop clean system-packages

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | column -t -s $$'\t'

run: .venv/ready system-packages  ## start the program on a sample; without a screen, write the sample's plan as PDF
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then .ci/debian-packages $(screen_needs); fi
	@.ci/run-sample

test: .venv/ready system-packages  ## the whole suite, no screen needed
	@.ci/debian-packages $(trace_needs)
	@$(pytest) -n 2 --dist worksteal

soak: .venv/ready system-packages  ## the tests that take minutes, then the suite in another order each time
	@$(pytest) -m slow --timeout 3600
	@$(pytest) -n 2 --dist worksteal --randomly-seed=$$RANDOM

interop: .venv/ready system-packages  ## what we write, opened by others: LibreOffice, and axe-core in a browser
	@.ci/debian-packages $(interop_needs)
	@checker=$$(.ci/axe-core out/interop); AXE_CORE=$$checker $(pytest) -m slow -n 2 --timeout 900 tests/interop

lint: .venv/ready  ## style and layout of the code
	@$(bin)/ruff check
	@$(bin)/ruff format --check

types: .venv/ready  ## type check: strict for model and export
	@$(bin)/mypy

translations: .venv/ready  ## collect the texts, check and compile every language
	@$(bin)/python .ci/translations.py
	@$(bin)/python -m pytest -q tests/test_translations.py

bench: .venv/ready system-packages  ## the figures of speed, in one table
	@.ci/debian-packages $(screen_needs) $(virtual_screen_needs)
	@env -u PYTHONDONTWRITEBYTECODE $(bin)/python -m bench

pictures: .venv/ready system-packages  ## a picture of every screen, into docs/pictures
	@.ci/debian-packages $(screen_needs) $(virtual_screen_needs)
	@PYTHONPATH=. $(bin)/python docs/pictures/make.py

live-pictures: .venv/ready system-packages  ## every part of a live meeting in every size, into out/live-pictures
	@PYTHONPATH=. $(bin)/python docs/pictures/make_live.py
	@PYTHONPATH=. $(bin)/python docs/pictures/make_stage.py

gallery: .venv/ready system-packages  ## every page of every report on contact sheets, into out/gallery
	@PYTHONPATH=. $(bin)/python docs/pictures/make_gallery.py $(only)

build: .venv/ready system-packages  ## the program for people without Python, into dist/walkthrough
	@.ci/debian-packages $(screen_needs) $(build_needs)
	@$(bin)/pyinstaller --noconfirm --log-level WARN build.spec
	@env QT_QPA_PLATFORM=offscreen dist/walkthrough/walkthrough --self-test

clean:  ## everything that was made, the environment too
	rm -rf .venv build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

system-packages:
	@.ci/debian-packages $(window_needs)

.venv/locked: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@echo "Setting up .venv (this takes a minute or two)"
	@test -x $(bin)/python || $(PYTHON) -m venv .venv
	@$(bin)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/ready: .venv/locked pyproject.toml
	@$(bin)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
