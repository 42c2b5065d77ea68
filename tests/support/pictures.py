#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pictures.py SHOP FOLDER: every page of the sample shop in English and Arabic, light and dark, as PNG.

The width is that of the display that run-headless made; the window fills it."""
import os
import subprocess
import sys

from daftartest import App

PAGES = ('today', 'customers', 'boards', 'inbox', 'followups')
# What shows something of the list beside it.
FIRST = {'customers': ('Down', 'Down', 'Down'), 'inbox': ('j', 'j')}
SCHEMA = 'io.github.daftarapp.Daftar'


def settle(key, value):
    subprocess.run(['gsettings', 'set', SCHEMA, key, value], check=True)


def picture(app, path):
    """Takes it when nothing changes any more: two in a row are the same."""
    seen = []

    def same():
        app.screenshot(path)
        with open(path, 'rb') as file:
            seen.append(file.read())
        return len(seen) > 1 and seen[-1] == seen[-2]

    app.wait_for(same, f'{path} to stand still')


def main(shop, folder):
    width = os.environ.get('DAFTAR_TEST_SCREEN', '1366x768').split('x')[0]
    os.makedirs(folder, exist_ok=True)
    settle('window-maximized', 'true')
    settle('first-start-done', 'true')
    for lang in ('en', 'ar'):
        for scheme in ('light', 'dark'):
            settle('color-scheme', scheme)
            with App(lang=lang, file=shop) as app:
                narrow = int(width) < 720
                for number, page in enumerate(PAGES, 1):
                    if narrow:
                        app.keys('F9')
                        app.wait_for(lambda: app.shown('sidebar'), 'the sidebar')
                        if number == 1:
                            picture(app, os.path.join(folder, f'sidebar-{lang}-{scheme}-{width}.png'))
                    # A page stands in the sidebar when it works.
                    if not app.shown(f'page-{page}'):
                        if narrow:
                            app.keys('F9')
                        continue
                    app.keys(f'ctrl+{number}')
                    app.wait_for(lambda: app.shown(f'{page}-page'), f'page {page}')
                    if not narrow and page in FIRST:
                        app.keys(*FIRST[page])
                    picture(app, os.path.join(folder, f'{page}-{lang}-{scheme}-{width}.png'))


if __name__ == '__main__':
    main(*sys.argv[1:3])
