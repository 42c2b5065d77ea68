#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders while no window is open: the service itself, D-Bus, libnotify, and a desktop that remembers what it was
told (python3-dbusmock)."""
import os
import signal
import sqlite3
import subprocess
import time

import dbus
import dbusmock

import daftartest
from daftartest import poll

FILL = os.path.join(daftartest.BUILD, 'tests', 'support', 'fill-shop')
SHOP = os.path.join(os.environ['XDG_DATA_HOME'], 'daftar', 'shop.daftar')
SERVICE = 'io.github.daftarapp.Daftar.Service'
APP = 'io.github.daftarapp.Daftar'
WORDS = {'en': {'done': 'Done', 'hour': 'In an Hour', 'open': 'Open', 'default': 'Open'},
         'ar': {'done': 'تمّت', 'hour': 'بعد ساعة', 'open': 'فتح', 'default': 'فتح'}}

bus = dbus.SessionBus()
daemon = dbus.Interface(bus.get_object('org.freedesktop.DBus', '/org/freedesktop/DBus'), 'org.freedesktop.DBus')


class Desktop:
    """What the desktop was told since the test began. Notifications are numbered from 1 over the mock's life."""

    def __init__(self):
        self.process, self.object = dbusmock.DBusTestCase.spawn_server_template(
            'notification_daemon', {'capabilities': 'body body-markup actions'}, stdout=subprocess.DEVNULL)
        self.mock = dbus.Interface(self.object, dbusmock.MOCK_IFACE)
        self.mark = 0

    def everything(self):
        found = []
        for number, (_, arguments) in enumerate(self.mock.GetMethodCalls('Notify'), 1):
            actions = [str(one) for one in arguments[5]]
            found.append({'id': number, 'title': str(arguments[3]), 'body': str(arguments[4]),
                          'actions': dict(zip(actions[::2], actions[1::2]))})
        return found

    def shown(self):
        return self.everything()[self.mark:]

    def forget(self):
        self.mark = len(self.everything())

    def wait_for(self, title):
        return poll(lambda: [one for one in self.shown() if title in one['title']], f'the notification {title!r}')[0]

    def act(self, notification, action):
        self.object.EmitSignal('org.freedesktop.Notifications', 'ActionInvoked', 'us',
                               [dbus.UInt32(notification['id']), action], dbus_interface=dbusmock.MOCK_IFACE)


desktop = Desktop()


def fill(*arguments):
    subprocess.run([FILL, SHOP, *map(str, arguments)], check=True)


def row(title):
    """(status, next_at) as the file has it."""
    with sqlite3.connect(f'file:{SHOP}?mode=ro', uri=True) as db:
        return db.execute('SELECT status, next_at FROM follow_up WHERE title = ? ORDER BY id', (title,)).fetchone()


def runs(name):
    return bool(daemon.NameHasOwner(name))


def pid(name=SERVICE):
    return int(daemon.GetConnectionUnixProcessID(name))


def start_service(lang='en'):
    daemon.UpdateActivationEnvironment({'LANG': daftartest.LOCALES[lang]})
    daemon.StartServiceByName(SERVICE, dbus.UInt32(0))
    poll(lambda: runs(SERVICE), 'the service')


def stop_service():
    if runs(SERVICE):
        os.kill(pid(), signal.SIGTERM)
        poll(lambda: not runs(SERVICE), 'the service to end')


def fresh(lang='en'):
    """A shop without follow-ups, the service over it, a desktop that was told nothing yet."""
    stop_service()
    for end in ('', '-wal', '-shm'):
        if os.path.exists(SHOP + end):
            os.unlink(SHOP + end)
    os.makedirs(os.path.dirname(SHOP), exist_ok=True)
    fill(lang)
    with sqlite3.connect(SHOP) as db:
        db.execute('DELETE FROM follow_up')
    desktop.forget()
    start_service(lang)


def falls_due(lang):
    fresh(lang)
    due = time.time() + 2
    fill('due', 2, 'عرض السعر')
    shown = desktop.wait_for('عرض السعر')
    assert time.time() >= due - 0.1, 'it came before its time'
    assert ('أمل الحداد' if lang == 'ar' else 'Amal Haddad') in shown['body'], shown
    assert '\u2066\u200e+966' in shown['body'], f'the number is not isolated: {shown!r}'
    assert shown['actions'] == WORDS[lang], shown


def test_falls_due_in_english():
    """Nobody has the window open; the service hears of a new follow-up from the file, and shows it at its moment."""
    falls_due('en')


def test_falls_due_in_arabic():
    falls_due('ar')


def test_done():
    fresh()
    fill('due', -5, 'Send the catalogue')
    desktop.act(desktop.wait_for('Send the catalogue'), 'done')
    poll(lambda: row('Send the catalogue')[0] == 1, 'it to be done in the file')


def test_in_an_hour():
    fresh()
    fill('due', -5, 'Ask again')
    shown = desktop.wait_for('Ask again')
    before = time.time()
    desktop.act(shown, 'hour')
    poll(lambda: row('Ask again')[1] / 1e6 >= before + 3590, 'it to be put off')
    status, at = row('Ask again')
    assert status == 0 and at / 1e6 <= time.time() + 3601, (status, at)


def test_missed():
    """What fell due while nothing ran comes at the next start, as one list, and once."""
    fresh()
    stop_service()
    for number in range(3):
        fill('due', -3600, f'Missed {number}')
    assert not desktop.shown(), 'who showed that?'
    start_service()
    shown = desktop.wait_for('3 follow-ups are due')
    assert all(f'Missed {number}' in shown['body'] for number in range(3)), shown
    stop_service()
    start_service()
    fill('due', -1, 'After that')
    desktop.wait_for('After that')
    assert len(desktop.shown()) == 2, f'it was shown again: {desktop.shown()}'


def test_small_and_asleep():
    """Resident memory, and no waking while nothing is due."""
    fresh()
    fill('due', -5, 'Remind me')
    desktop.wait_for('Remind me')
    with open(f'/proc/{pid()}/status', encoding='ascii') as status:
        rss = next(int(line.split()[1]) for line in status if line.startswith('VmRSS')) / 1024
    print(f'# daftar-service: {rss:.1f} MB resident', flush=True)
    assert rss < 30, rss

    def switches():
        total = 0
        for task in os.listdir(f'/proc/{pid()}/task'):
            with open(f'/proc/{pid()}/task/{task}/status', encoding='ascii') as status:
                total += sum(int(line.split()[1]) for line in status if 'ctxt_switches' in line)
        return total

    looks = []

    def asleep():
        looks.append(switches())
        return len(looks) > 3 and looks[-3] == looks[-1]
    poll(asleep, 'the service to sleep for two seconds', every=1.0)


def accessible(process):
    for app in daftartest.children(daftartest.Atspi.get_desktop(0)):
        if app.get_process_id() == process:
            return app
    return None


def test_open():
    """Open starts the window, which shows the follow-up."""
    fresh()
    fill('due', -5, 'Look at this')
    shown = desktop.wait_for('Look at this')
    assert not runs(APP)
    desktop.act(shown, 'open')
    poll(lambda: runs(APP), 'the window to be started')
    window = pid(APP)
    try:
        node = poll(lambda: accessible(window), 'the window')
        poll(lambda: any(daftartest.matches(one, 'label', 'Look at this') for one in daftartest.walk(node, True)),
             'the follow-up in it')
    finally:
        os.kill(window, signal.SIGKILL)
        poll(lambda: not runs(APP), 'the window to end')


def end():
    stop_service()
    desktop.process.terminate()
    desktop.process.wait()


try:
    daftartest.run(test_falls_due_in_english, test_falls_due_in_arabic, test_done, test_in_an_hour, test_missed,
                   test_small_and_asleep, test_open)
finally:
    end()
