# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program in a real window through AT-SPI, as a person would; run below tests/support/run-headless.

    with App(lang='ar', file=shop) as app:
        app.keys('ctrl+2')
        app.set_text(app.find('text', 'بحث'), 'أمل')
        app.wait_for(lambda: app.rows('customers-list'), 'rows')

Nothing here sleeps for a guessed time: everything is asked again until it is so, or the time is up.
"""
import os
import re
import signal
import subprocess
import sys
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

BUILD = os.environ['DAFTAR_BUILDDIR']
PROGRAM = os.path.join(BUILD, 'src', 'daftar')
HOOK = 'io.github.daftarapp.Daftar.TestHook'
TIMEOUT = float(os.environ.get('DAFTAR_TEST_TIMEOUT', '15'))

# Rows from which on a list is not searched unless that is asked for.
LONG = 60

# GTK 4.18 renamed some roles.
ALIASES = {
    'push button': {'push button', 'button'},
    'button': {'push button', 'button'},
    'toggle button': {'toggle button'},
    'panel': {'panel', 'grouping', 'filler'},
    'text': {'text', 'entry', 'password text'},
}
LOCALES = {'en': 'en_US.UTF-8', 'ar': 'ar_SA.UTF-8'}


class Failure(AssertionError):
    """What was awaited did not come."""


def poll(question, what, timeout=None, every=0.03):
    """Asks until the answer is true, and returns it. Rows are recycled while they are read: errors mean 'not yet'."""
    end = time.monotonic() + (timeout or TIMEOUT)
    last = None
    while True:
        try:
            answer = question()
            if answer:
                return answer
        except Exception as error:  # noqa: BLE001
            last = error
        if time.monotonic() > end:
            raise Failure(f'waited in vain for {what}' + (f' ({last!r})' if last else ''))
        time.sleep(every)


def plain(name):
    """The name without its mnemonic: GTK 4.8 calls a button '_Save Save'."""
    name = name or ''
    half = (len(name) - 2) // 2
    twice = len(name) > 3 and name[:-half - 1].replace('_', '', 1) == name[-half:] and '_' in name[:-half - 1]
    return name[-half:] if twice else name


def matches(node, role, name):
    if role and node.get_role_name() not in ALIASES.get(role, {role}):
        return False
    if name is None:
        return True
    own = plain(node.get_name())
    return bool(name.search(own)) if isinstance(name, re.Pattern) else own == name


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node, into_tables=False):
    """The node and all below it; tables and long lists are skipped: a view keeps some two hundred rows alive."""
    yield node
    try:
        role = node.get_role_name()
        if not into_tables and (role in ('tree table', 'table') or (role == 'list' and node.get_child_count() > LONG)):
            return
        below = list(children(node))
    except Exception:  # noqa: BLE001
        return
    for child in below:
        yield from walk(child, into_tables)


class App:
    """One running program. Everything that starts with an action waits until it can be done."""

    def __init__(self, *arguments, lang='en', file=None, env=None, program=PROGRAM):
        self.lang = lang
        environ = {**os.environ, 'LANG': LOCALES[lang], 'DAFTAR_TEST_HOOK': '1', **(env or {})}
        for name in ('LC_ALL', 'LANGUAGE'):
            environ.pop(name, None)
        self.log = os.path.join(os.environ['TMPDIR'], f'app-{os.getpid()}-{time.monotonic_ns()}.log')
        command = [program] + (['--file', file] if file else []) + list(arguments)
        with open(self.log, 'wb') as log:
            self.process = subprocess.Popen(command, env=environ, stderr=log)
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        try:
            self.root = poll(self._on_the_bus, 'the program on the accessibility bus')
            poll(lambda: any(child.get_role_name() == 'frame' or child.get_role_name() == 'window'
                             for child in children(self.root)), 'its window')
            poll(lambda: self.hook('Ping'), 'the test hook')
        except Failure:
            self.process.kill()
            sys.stderr.write(self.stderr())
            raise

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            self.picture_of_failure()
            self.process.kill()
            self.process.wait()
            said = self.stderr()
            if said:
                sys.stderr.write(said)
            return False
        self.quit()
        return False

    def _on_the_bus(self):
        if self.process.poll() is not None:
            raise Failure(f'the program ended with {self.process.returncode}: {self.stderr()}')
        desktop = Atspi.get_desktop(0)
        for app in children(desktop):
            if app.get_process_id() == self.process.pid:
                return app
        return None

    # --- looking ---
    def find_all(self, role=None, name=None, within=None, into_tables=False):
        return [node for node in walk(within or self.root, into_tables) if matches(node, role, name)]

    def find(self, role=None, name=None, within=None, timeout=None, into_tables=False):
        """The first accessible of this role and name (text or compiled expression), as soon as there is one."""
        def first():
            for node in walk(within or self.root, into_tables):
                if matches(node, role, name):
                    return node
            return None
        return poll(first, f'{role or "anything"} called {name!r}', timeout)

    def exists(self, role=None, name=None, within=None):
        try:
            return bool(self.find_all(role, name, within))
        except Exception:  # noqa: BLE001
            return False

    def gone(self, role=None, name=None, within=None, timeout=None):
        poll(lambda: not self.find_all(role, name, within), f'{role} {name!r} to go', timeout)

    def wait_for(self, question, what='it', timeout=None):
        return poll(question, what, timeout)

    def wait_state(self, node, state, on=True):
        """state: as in Atspi.StateType, 'CHECKED', 'SENSITIVE', 'SELECTED', 'FOCUSED'…"""
        kind = getattr(Atspi.StateType, state)
        poll(lambda: node.get_state_set().contains(kind) == on, f'{plain(node.get_name())!r} to be {state}')

    def label(self, name, timeout=None):
        return self.find('label', name, timeout=timeout)

    def labels(self, within=None):
        return [plain(node.get_name()) for node in self.find_all('label', None, within, into_tables=True)]

    def rows(self, within):
        """The texts of each row of a list or table: [[cell, cell…], …]. within: an accessible or the name of one."""
        node = self.find(None, within) if isinstance(within, str) else within
        found = []
        for row in walk(node, into_tables=True):
            if row.get_role_name() in ('table row', 'list item', 'tree item'):
                texts = [plain(cell.get_name()) for cell in walk(row, True) if cell.get_role_name() == 'label']
                if texts:
                    found.append(texts)
        return found

    def text(self, node):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    # --- doing ---
    def press(self, node, action=None):
        """Does the accessible's own action ('click', 'toggle'…), on itself or the first below it that has one."""
        def do():
            for target in walk(node):
                for index in range(target.get_n_actions()):
                    if action is None or target.get_action_name(index) == action:
                        return target.do_action(index)
            return False
        poll(do, f'an action of {plain(node.get_name())!r}')

    def click(self, role, name, within=None):
        self.press(self.find(role, name, within))

    def set_text(self, node, text):
        node = self._editable(node)
        poll(lambda: Atspi.EditableText.set_text_contents(node, text), 'the text to be taken')
        poll(lambda: self.text(node) == text, f'the entry to hold {text!r}')

    def _editable(self, node):
        def editable():
            for inner in walk(node):
                if inner.get_state_set().contains(Atspi.StateType.EDITABLE) or inner.get_role_name() == 'text':
                    return inner
            return None
        return poll(editable, 'an editable')

    def keys(self, *combinations):
        """Presses keys as a person does: 'ctrl+n', 'Return', 'alt+Right'."""
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *combinations], check=True)

    def type(self, text):
        """Types text on the keyboard, Arabic too (both layouts must be there before the keys go down)."""
        if not getattr(self, 'layouts', False):
            subprocess.run(['setxkbmap', '-layout', 'us,ara'], check=True)
            self.layouts = True
        subprocess.run(['xdotool', 'type', '--delay', '6', '--', text], check=True)

    def select_row(self, listing, index):
        poll(lambda: Atspi.Selection.select_child(listing, index), f'row {index} to be selected')

    def menu(self, button, item):
        """Opens the menu of the button with this name and chooses the item."""
        self.press(self.find(None, button), 'click')
        self.press(self.find('menu item', item))

    # --- the test hook: by widget name (gtk_widget_set_name) ---
    def hook(self, method, *arguments, signature=''):
        name = f'{HOOK}.p{self.process.pid}'
        parameters = GLib.Variant(f'({signature})', arguments) if arguments else None
        answer = self.bus.call_sync(name, '/io/github/daftarapp/Daftar/TestHook', HOOK, method, parameters, None,
                                    Gio.DBusCallFlags.NO_AUTO_START, 3000, None)
        return answer.unpack()

    def locate(self, name, timeout=None):
        """(x, y, width, height) of a shown widget in pixels of the display, once two answers agree."""
        last = [None]

        def settled():
            now = self.hook('Locate', name, signature='s')
            same = now == last[0] and now[2] > 0
            last[0] = now
            return now if same else None
        return poll(settled, f'a shown widget named {name!r}', timeout, every=0.05)

    def shown(self, name):
        return self.hook('Locate', name, signature='s')[2] > 0

    def focus(self, name):
        poll(lambda: self.hook('Focus', name, signature='s')[0], f'{name!r} to take the focus')

    def focused(self):
        """Names of the focused widget and its ancestors, innermost first."""
        return self.hook('Focused')[0]

    def direction(self):
        return self.hook('Direction')[0]

    def frames(self):
        """How many frames the window has drawn or would have drawn; keeps growing while the main loop is free."""
        return self.hook('Frames')[0]

    def point(self, name, button=1, times=1, at=(0.5, 0.5)):
        """Clicks a widget with the pointer."""
        x, y, width, height = self.locate(name)
        subprocess.run(['xdotool', 'mousemove', str(int(x + width * at[0])), str(int(y + height * at[1])),
                        'click', '--repeat', str(times), '--delay', '40', str(button)], check=True)

    def drag(self, source, target, at=(0.5, 0.5)):
        """Drags one widget onto another: small moves, and a dwell before letting go, as a hand does."""
        sx, sy, sw, sh = self.locate(source)
        tx, ty, tw, th = self.locate(target)
        start = (sx + sw / 2, sy + sh / 2)
        end = (tx + tw * at[0], ty + th * at[1])
        command = ['xdotool', 'mousemove', str(int(start[0])), str(int(start[1])), 'mousedown', '1']
        for step in range(1, 9):
            x = start[0] + (end[0] - start[0]) * step / 8
            y = start[1] + (end[1] - start[1]) * step / 8
            command += ['sleep', '0.015', 'mousemove', str(int(x)), str(int(y))]
        command += ['sleep', '0.15', 'mousemove_relative', '1', '0', 'sleep', '0.02', 'mouseup', '1']
        subprocess.run(command, check=True)

    # --- the window ---
    def window_id(self):
        """The biggest visible X window of the program."""
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                               capture_output=True, text=True).stdout.split()
        return max(found, key=lambda one: self._area(one))

    @staticmethod
    def _area(window):
        said = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window], capture_output=True, text=True).stdout
        sizes = dict(line.split('=') for line in said.split() if '=' in line)
        return int(sizes.get('WIDTH', 0)) * int(sizes.get('HEIGHT', 0))

    def resize(self, width, height):
        subprocess.run(['xdotool', 'windowsize', '--sync', self.window_id(), str(width), str(height)], check=True)

    def screenshot(self, path):
        """The whole display as a picture, after the window has drawn what was asked of it."""
        seen = self.frames()
        poll(lambda: self.frames() > seen + 2, 'two frames')
        subprocess.run(['import', '-window', 'root', path], check=True)

    def picture_of_failure(self):
        folder = os.environ.get('DAFTAR_PICTURES')
        if folder:
            os.makedirs(folder, exist_ok=True)
            name = os.path.basename(sys.argv[0]).replace('.py', '')
            subprocess.run(['import', '-window', 'root', os.path.join(folder, f'failed-{name}-{self.lang}.png')])

    # --- the end ---
    def stderr(self):
        with open(self.log, encoding='utf-8', errors='replace') as log:
            return ''.join(line for line in log if not line.startswith('dbus-daemon[') and line.strip())

    def quit(self):
        """Ctrl+Q; the program must end by itself, with success, and must have written nothing to stderr."""
        if self.process.poll() is None:
            self.keys('ctrl+q')
            try:
                self.process.wait(TIMEOUT)
            except subprocess.TimeoutExpired:
                self.process.kill()
                raise Failure('the program does not quit at Ctrl+Q') from None
        self.ended()

    def ended(self):
        if self.process.returncode != 0:
            raise Failure(f'the program ended with {self.process.returncode}: {self.stderr()}')
        if self.stderr():
            raise Failure(f'the program wrote to stderr: {self.stderr()}')

    def kill(self):
        """Ends it as a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def run(*tests):
    """Runs the functions as TAP and ends the process with their result."""
    print(f'1..{len(tests)}', flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        try:
            test()
            print(f'ok {number} - {test.__name__}', flush=True)
        except Exception as error:  # noqa: BLE001
            failed += 1
            import traceback
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
            print(f'not ok {number} - {test.__name__}: {error}'.splitlines()[0], flush=True)
    sys.exit(1 if failed else 0)
