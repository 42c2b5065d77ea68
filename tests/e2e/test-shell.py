#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame of the window in both languages: direction, menu, shortcuts, about, state, quitting without a word."""
import os
import re
import subprocess

from daftartest import BUILD, PROGRAM, App, Failure, run

WORDS = {
    'en': {'menu': 'Main Menu', 'shortcuts': 'Keyboard Shortcuts', 'write': 'Write it down', 'about': 'About Daftar'},
    'ar': {'menu': 'القائمة الرئيسية', 'shortcuts': 'اختصارات لوحة المفاتيح', 'write': 'تدوين', 'about': 'عن دفتر'},
}


def shop(name):
    """An empty shop that is set up, or the place for a file that isn't one."""
    path = os.path.join(os.environ['HOME'], f'{name}.daftar')
    if name != 'damaged' and not os.path.exists(path):
        subprocess.run([os.path.join(BUILD, 'src/cli/daftarctl'), '--file', path, 'init'], check=True,
                       stdout=subprocess.DEVNULL)
    return path


def frame(lang):
    words = WORDS[lang]
    with App(lang=lang, file=shop(lang)) as app:
        assert app.direction() == ('rtl' if lang == 'ar' else 'ltr'), app.direction()
        x, _, width, _ = app.locate('sidebar')
        assert (x > 400) == (lang == 'ar'), f'the sidebar stands at {x}'
        assert 180 < width < 300, width
        app.keys('F10')
        app.find('menu item', words['shortcuts'])
        app.keys('Escape')
        app.gone('menu item', words['shortcuts'])
        app.keys('ctrl+question')
        app.find('label', words['write'])
        app.keys('Escape')


def test_frame_in_english():
    frame('en')


def test_frame_in_arabic():
    frame('ar')


def test_language_of_the_settings():
    """The language that was chosen here holds, whatever the desktop speaks."""
    subprocess.run(['gsettings', 'set', 'io.github.daftarapp.Daftar', 'language', 'ar'], check=True)
    try:
        with App(lang='en', file=shop('chosen')) as app:
            assert app.direction() == 'rtl'
            assert app.exists(None, WORDS['ar']['menu']), 'the menu button is not in Arabic'
    finally:
        subprocess.run(['gsettings', 'reset', 'io.github.daftarapp.Daftar', 'language'], check=True)


def test_sidebar_folds():
    with App(file=shop('folds')) as app:
        app.resize(1000, 600)
        app.wait_for(lambda: app.shown('sidebar'), 'the sidebar beside the page')
        app.resize(420, 600)
        app.wait_for(lambda: not app.shown('sidebar'), 'the sidebar to fold away')
        app.keys('F9')
        app.wait_for(lambda: app.shown('sidebar'), 'the sidebar at F9')


def test_sidebar_stays_hidden():
    with App(file=shop('hidden')) as app:
        app.resize(1000, 600)
        app.locate('sidebar')
        app.keys('F9')
        app.wait_for(lambda: not app.shown('sidebar'), 'the sidebar to hide')
    with App(file=shop('hidden')) as app:
        assert not app.shown('sidebar'), 'the sidebar came back by itself'
        app.keys('F9')
        app.wait_for(lambda: app.shown('sidebar'), 'the sidebar')


def test_language_in_preferences():
    """Chosen by keyboard in the preferences; the program starts itself again, in Arabic and from right to left."""
    with App(lang='en', file=shop('restart')) as app:
        app.keys('ctrl+comma')
        app.locate('preferences')
        app.focus('language')
        app.keys('Return')
        app.wait_for(lambda: 'GtkPopover' in app.focused(), 'the list of languages')
        app.keys('Down', 'Return')
        app.click('push button', 'Start Again')
        app.wait_for(lambda: app.direction() == 'rtl', 'the window from right to left')
        app.wait_for(lambda: app.shown('sidebar'), 'the window')
    subprocess.run(['gsettings', 'reset', 'io.github.daftarapp.Daftar', 'language'], check=True)


def test_damaged_file():
    """A file that is no shop: the window says so in words, and leaves the file as it was."""
    path = shop('damaged')
    with open(path, 'wb') as file:
        file.write(b'this is no shop file at all' * 500)
    with open(path, 'rb') as file:
        before = file.read()
    with App(file=path) as app:
        app.locate('error-page')
        app.find('label', 'The shop cannot be opened')
    with open(path, 'rb') as file:
        assert file.read() == before, 'the file was changed'


def test_damaged_file_with_backup():
    """The newest backup is offered; one press, and the shop is there again."""
    path = shop('rescued')
    ctl = os.path.join(os.path.dirname(PROGRAM), 'cli', 'daftarctl')
    folder = path + '.backups'
    os.makedirs(folder, exist_ok=True)
    subprocess.run([ctl, '--file', path, 'backup', os.path.join(folder, 'daftar-2026-01-02.daftar')], check=True,
                   stdout=subprocess.DEVNULL)
    with open(path, 'r+b') as file:
        file.write(b'no longer a shop' * 500)
    with App(lang='ar', file=path) as app:
        app.locate('error-page')
        button = app.wait_for(lambda: [b for b in app.find_all('push button') if '2026-01-02' in b.get_name()], 'the way back')
        app.press(button[0])
        app.wait_for(lambda: app.shown('page-customers'), 'the shop')


def test_version():
    said = subprocess.run([PROGRAM, '--version'], check=True, capture_output=True, text=True)
    assert re.fullmatch(r'daftar \d+\.\d+\.\d+\n', said.stdout), said.stdout
    assert not said.stderr, said.stderr


def test_driver_can_fail():
    """What is not there is not found: a driver that finds everything proves nothing."""
    with App(file=shop('fail')) as app:
        try:
            app.find('push button', 'no such button', timeout=0.5)
        except Failure:
            return
        raise AssertionError('the driver found a button that does not exist')


run(test_frame_in_english, test_frame_in_arabic, test_language_of_the_settings, test_sidebar_folds,
    test_sidebar_stays_hidden, test_language_in_preferences,
    test_damaged_file, test_damaged_file_with_backup, test_version, test_driver_can_fail)
