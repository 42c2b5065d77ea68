#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""daftarctl over shops in a directory of their own: what its manual promises.

Usage: test-cli.py DAFTARCTL FIXTURES; writes TAP. Each test has a home without anything in it."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

PROGRAM, FIXTURES = map(os.path.abspath, sys.argv[1:3])
CUSTOMERS = os.path.join(FIXTURES, 'csv', 'customers-utf-8.csv')
DAY = '2026-11-18'


class Home:
    """A home with a shop file in it, and the program run there."""

    def __init__(self, path):
        self.path = path
        self.shop = os.path.join(path, 'shop.daftar')
        self.env = {'HOME': path, 'XDG_DATA_HOME': os.path.join(path, 'data'), 'XDG_CONFIG_HOME': path,
                    'XDG_RUNTIME_DIR': path, 'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8', 'TZ': 'UTC',
                    'GSETTINGS_BACKEND': 'memory', 'G_DEBUG': 'fatal-warnings'}
        for name in ('ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS', 'LD_PRELOAD'):
            if name in os.environ:
                self.env[name] = os.environ[name]

    def call(self, *args, file=None):
        return subprocess.run([PROGRAM, '--file', file or self.shop, *args], env=self.env, cwd=self.path,
                              capture_output=True, encoding='utf-8', errors='replace', timeout=60)

    def run(self, *args, file=None):
        done = self.call(*args, file=file)
        same(done.returncode, 0, f'{args}: {done.stderr}')
        return done.stdout

    def json(self, *args, file=None):
        """The answer; json.loads refuses anything behind the one document."""
        return json.loads(self.run('--json', *args, file=file))

    def refused(self, *args, status=1, file=None):
        """A refusal is one sentence on standard error and nothing on standard output."""
        done = self.call('--json', *args, file=file)
        same(done.returncode, status, f'{args}: {done.stderr}')
        same(done.stdout, '', args)
        same(done.stderr.count('\n'), 1, done.stderr)
        check(done.stderr.startswith('daftarctl: ') and len(done.stderr) > 20, done.stderr)
        return done.stderr

    def demo(self, customers=30):
        self.run('demo', '--customers', str(customers), '--seed', '7', '--date', DAY)


def check(value, why=''):
    if not value:
        raise AssertionError(str(why))


def same(left, right, why=''):
    if left != right:
        raise AssertionError(f'{left!r} is not {right!r} ({why})')


def read(path):
    with open(path, 'rb') as stream:
        return stream.read()


# --- The tests. -------------------------------------------------------------------------------------

def test_init(home):
    home.run('init', '--country', 'EG', '--language', 'en', '--name', 'Nile')
    before = read(home.shop)
    check('Nile' in home.run('verify', home.shop))
    for command in (['init'], ['demo', '--customers', '5']):
        check(home.shop in home.refused(*command))
    same(read(home.shop), before, 'the file that was there is untouched')
    same([name for name in os.listdir(home.path) if name.endswith('.part')], [])


def test_default_file(home):
    """Without --file it is the file of the window."""
    os.makedirs(os.path.join(home.env['XDG_DATA_HOME'], 'daftar'))
    done = subprocess.run([PROGRAM, '--json', 'init'], env=home.env, cwd=home.path, capture_output=True, encoding='utf-8')
    same(done.returncode, 0, done.stderr)
    same(json.loads(done.stdout)['file'], os.path.join(home.env['XDG_DATA_HOME'], 'daftar', 'shop.daftar'))


def test_usage(home):
    home.demo(5)
    for command in ([], ['nonsense'], ['customer'], ['customer', 'nonsense'], ['customer', 'show'], ['customer', 'show', 'x'],
                    ['customer', 'list', '--nonsense'], ['find'], ['find', 'a', 'b'], ['ticket', 'list', '--view', 'x'],
                    ['followup', 'add', '18.11.2026', 'x'], ['demo', '--date', 'yesterday'],
                    ['import', 'x.csv', '--duplicates', 'perhaps'], ['deal', 'move', '1']):
        home.refused(*command, status=2)
    for command in (['customer', 'show', '999'], ['ticket', 'show', '9'], ['deal', 'move', '999', '1'],
                    ['followup', 'done', '999'], ['undo', '999'], ['verify', 'missing'], ['import', 'missing.csv'],
                    ['--as', 'Nobody', 'today']):
        home.refused(*command, status=1)
    home.refused('today', file=os.path.join(home.path, 'missing.daftar'))


def test_help(home):
    text = home.run('--help')
    for family in ('customer', 'ticket', 'board', 'deal', 'followup', 'import', 'backup', 'check'):
        check(family in text, family)
    for command in (['ticket', '--help'], ['ticket', 'add', '--help'], ['deal', '--help'], ['import', '--help']):
        check('daftarctl' in home.run(*command), command)


def test_demo(home):
    lists = []
    for name in ('a', 'b'):
        file = os.path.join(home.path, name)
        home.run('demo', '--customers', '40', '--seed', '3', '--date', DAY, file=file)
        lists.append(home.json('customer', 'list', '--limit', '100', file=file))
    same(lists[0], lists[1])
    same(len(lists[0]), 40)
    other = os.path.join(home.path, 'c')
    home.run('demo', '--customers', '40', '--seed', '4', '--date', DAY, file=other)
    check(home.json('customer', 'list', '--limit', '100', file=other) != lists[0], 'another seed, another shop')


def test_import(home):
    home.run('init', '--country', 'IQ')
    look = home.json('import', '--dry-run', CUSTOMERS)
    same([look[name] for name in ('rows', 'new', 'same', 'changed', 'refused')], [40, 40, 0, 0, 0])
    same(home.json('customer', 'list'), [], 'a dry run writes nothing')
    same(home.json('import', CUSTOMERS)['new'], 40)
    again = home.json('import', CUSTOMERS)
    same([again[name] for name in ('rows', 'new', 'same', 'changed', 'refused')], [40, 0, 40, 0, 0])
    same(len(home.json('customer', 'list', '--limit', '100')), 40)


def test_import_killed(home):
    """Whatever an import wrote into a living shop before it was killed is gone when the shop is opened next."""
    home.demo(30)
    before = home.run('customer', 'list', '--limit', '100')
    table = os.path.join(home.path, 'many.csv')
    with open(table, 'w', encoding='utf-8') as f:
        f.write('name,phone,city\n')
        f.writelines(f'Customer {i},055{i:07d},Taif\n' for i in range(30000))
    home.env['TMPDIR'] = home.path
    process = subprocess.Popen([PROGRAM, '--file', home.shop, 'import', table], env=home.env, stdout=subprocess.DEVNULL)
    shop = sqlite3.connect(f'file:{home.shop}?mode=ro', uri=True)
    deadline = time.monotonic() + 60
    while shop.execute('SELECT count(*) FROM customer').fetchone()[0] == 30:
        check(process.poll() is None and time.monotonic() < deadline, 'it wrote nothing')
    process.kill()
    process.wait()
    shop.close()
    folders = [name for name in os.listdir(home.path) if name.startswith('daftar-import-')]
    same(len(folders), 1)
    # Only what is not just being made is swept.
    os.utime(os.path.join(home.path, folders[0]), (1, 1))

    same(home.run('customer', 'list', '--limit', '100'), before)
    same(home.json('find', 'Customer', '--kind', 'customer'), [])
    same([name for name in os.listdir(home.path) if 'import' in name], [], 'nothing is left beside it')
    home.run('check')
    # And the next import goes as ever.
    same(home.json('import', CUSTOMERS)['new'], 40)


def test_find(home):
    home.run('init', '--country', 'IQ')
    home.run('import', CUSTOMERS)
    for text in ('٠٧٧٧٣٥٢٤٣٦٣', '07773524363', '٣٥٢٤٣٦٣', 'خلود النجار'):
        hits = home.json('find', text)
        check(hits, text)
        check('خلود النجار' in json.dumps(hits[0], ensure_ascii=False), (text, hits))
    same(home.json('find', '٩٩٩٩٩٩٩٩٩٩٩'), [])
    check('خلود النجار' in home.run('find', '٠٧٧٧٣٥٢٤٣٦٣'))


def test_customer(home):
    home.run('init', '--country', 'SA')
    made = home.json('customer', 'add', 'Huda', '--phone', '0551234567', '--city', 'Jeddah')
    same((made['name'], made['city']), ('Huda', 'Jeddah'))
    check(isinstance(made['id'], str) and made['created_at'].endswith('Z'), made)
    home.json('customer', 'edit', made['id'], '--note', 'Likes tea', '--email', 'huda@example.com')
    home.json('ticket', 'add', 'Kettle', '--customer', made['id'])
    home.json('followup', 'add', '2027-01-05', 'Ring', '--customer', made['id'])
    shown = home.json('customer', 'show', made['id'])
    for section in ('contact_points', 'tickets', 'deals', 'followups', 'purchases', 'timeline'):
        check(isinstance(shown[section], list), section)
    same([point['value'] for point in shown['contact_points']], ['0551234567', 'huda@example.com'])
    same([ticket['subject'] for ticket in shown['tickets']], ['Kettle'])
    same([(step['due_day'], step['title']) for step in shown['followups']], [('2027-01-05', 'Ring')])
    same(shown['note'], 'Likes tea')
    text = home.run('customer', 'show', made['id'])
    check('Likes tea' in text and 'Kettle' in text and '0551234567' in text, text)
    home.run('customer', 'delete', made['id'])
    same(home.json('customer', 'list'), [])
    home.run('customer', 'restore', made['id'])
    same(len(home.json('customer', 'list')), 1)


def test_merge(home):
    home.run('init', '--country', 'SA')
    one = home.json('customer', 'add', 'Amal Haddad', '--phone', '0501234567', '--city', 'Jeddah')['id']
    other = home.json('customer', 'add', 'Amal Hadad', '--phone', '+966 50 123 4567', '--email', 'amal@example.com',
                      '--note', 'Likes tea')['id']
    third = home.json('customer', 'add', 'Karim Saleh', '--phone', '0507654321')['id']
    home.run('ticket', 'add', 'Kettle', '--customer', other, '--body', 'Where is it?')
    pairs = home.json('customer', 'duplicates')
    same([(pair['one']['id'], pair['other']['id']) for pair in pairs], [(one, other)])
    check(pairs[0]['score'] > 80 and 'number' in pairs[0]['reason'].lower(), pairs)
    home.refused('customer', 'merge', one, one)
    home.refused('customer', 'merge', one, '999')
    home.refused('customer', 'merge', one, other, '--take', 'height=' + one)
    home.refused('customer', 'merge', one, other, '--take', 'city=' + third)
    home.refused('customer', 'merge', one, other, '--take', 'city', status=2)
    before = [home.json('customer', 'show', id) for id in (one, other)]
    merged = home.json('customer', 'merge', one, other, '--take', 'name=' + other)
    same((merged['id'], merged['name'], merged['city'], merged['note']), (one, 'Amal Hadad', 'Jeddah', 'Likes tea'))
    same([point['value'] for point in merged['contact_points']], ['0501234567', 'amal@example.com'])
    same([ticket['subject'] for ticket in merged['tickets']], ['Kettle'])
    same(home.json('customer', 'show', other)['id'], one, 'the old id leads to the living one')
    same(home.json('find', 'amal@example.com')[0]['id'], one)
    home.refused('customer', 'restore', other)
    home.refused('customer', 'merge', third, other)
    home.run('customer', 'edit', one, '--city', 'Riyadh', '--note', 'Likes coffee')
    back = home.json('customer', 'unmerge', other)
    same([(left['name'], left['fields']) for left in back['left']], [('Amal Haddad', ['note'])])
    after = [home.json('customer', 'show', id) for id in (one, other)]
    same((after[0]['name'], after[0]['city'], after[0]['note']), ('Amal Haddad', 'Riyadh', 'Likes coffee'))
    same([point['value'] for point in after[0]['contact_points']], ['0501234567'])
    for name in ('name', 'note', 'city', 'deleted_at', 'merged_into', 'contact_points'):
        if name != 'contact_points':
            same(after[1][name], before[1][name], name)
        else:
            same([point['value'] for point in after[1][name]], [point['value'] for point in before[1][name]])
    same([ticket['subject'] for ticket in after[1]['tickets']], ['Kettle'])
    home.refused('customer', 'unmerge', other)
    home.run('customer', 'distinct', one, other)
    same(home.json('customer', 'duplicates'), [])
    kinds = [step['kind'] for step in home.json('history', '--customer', one)]
    check('customer.merge' in kinds and 'undo' in kinds, kinds)
    text = home.run('history', '--customer', one)
    check('Customers merged' in text, text)
    home.run('check')


def test_bin_and_erase(home):
    home.run('init', '--country', 'SA')
    kept = home.json('customer', 'add', 'Karim', '--phone', '0507654321')['id']
    gone = home.json('customer', 'add', 'Zabarjad Lapislazuli', '--phone', '0512987643', '--note', 'Likes sapphires')['id']
    home.run('ticket', 'add', 'Lapislazuli ring', '--customer', gone, '--body', 'The sapphires fell out')
    home.run('customer', 'delete', gone)
    same([row['id'] for row in home.json('customer', 'list', '--deleted')], [gone])
    check('30' in home.run('customer', 'list', '--deleted'))
    home.run('customer', 'restore', gone)
    same(home.json('customer', 'list', '--deleted'), [])
    home.run('backup', os.path.join(home.path, 'old.daftar'))
    home.refused('customer', 'erase', '999')
    same(home.json('customer', 'erase', gone)['erased'], 1)
    home.run('backup', os.path.join(home.path, 'new.daftar'))
    traces = [text.encode() for text in ('Zabarjad', 'zabarjad', 'apislazuli', '512987643', '346789215', 'apphires')]
    for name in ('shop.daftar', 'shop.daftar-wal', 'new.daftar'):
        path = os.path.join(home.path, name)
        content = read(path) if os.path.exists(path) else b''
        same([trace for trace in traces if trace in content], [], name)
    check(all(trace in read(os.path.join(home.path, 'old.daftar')) for trace in traces[:1]))
    home.refused('customer', 'show', gone)
    home.refused('customer', 'restore', gone)
    home.run('restore', os.path.join(home.path, 'old.daftar'))
    same([row['id'] for row in home.json('customer', 'list')], [kept], 'an old backup does not bring them back')
    same([trace for trace in traces if trace in read(home.shop)], [])
    steps = home.json('history')
    home.run('check')
    check(all('Zabarjad' not in json.dumps(step) for step in steps), steps)


def test_ticket(home):
    home.demo(5)
    made = home.json('ticket', 'add', 'The lid is missing', '--customer', '1', '--body', 'Where is it?', '--kind', 'complaint',
                     '--mood', 'angry')
    same((made['status'], made['kind'], made['mood']), ('new', 'complaint', 'angry'))
    number = str(made['number'])
    same([message['body'] for message in made['conversation']], ['Where is it?'])
    home.run('ticket', 'note', number, 'Ask the store room')
    said = home.json('ticket', 'reply', number, 'It is on its way.')
    same([message['kind'] for message in said['conversation'] if 'body' in message], ['message', 'note', 'message'])
    check(said['status'] != 'new', said['status'])
    solved = home.json('ticket', 'solve', number, 'A new lid was sent')
    same((solved['status'], solved['resolution']), ('solved', 'A new lid was sent'))
    numbers = [ticket['number'] for ticket in home.json('ticket', 'list', '--view', 'solved', '--limit', '100')]
    check(made['number'] in numbers, numbers)
    check(made['number'] not in [ticket['number'] for ticket in home.json('ticket', 'list', '--view', 'now')])


def test_deal(home):
    home.demo(40)
    stages = home.json('board')['stages']
    check(len(stages) > 1 and all(stage['n_deals'] >= 0 for stage in stages))
    start = next(stage for stage in stages if stage['n_deals'] > 0)
    goal = next(stage for stage in stages if stage['id'] != start['id'])
    deal = home.json('deal', 'list', start['id'])[0]
    same(set(deal['value']), {'amount', 'currency'})
    moved = home.json('deal', 'move', deal['id'], goal['id'])
    same(moved['stage_id'], goal['id'])
    check(deal['id'] in [each['id'] for each in home.json('deal', 'list', goal['id'])])
    check(deal['id'] not in [each['id'] for each in home.json('deal', 'list', start['id'])])
    database = sqlite3.connect(home.shop)
    visits = database.execute('SELECT stage_id, left_at FROM stage_visit WHERE deal_id = ? ORDER BY id DESC LIMIT 2',
                              [int(deal['id'])]).fetchall()
    database.close()
    same([str(visit[0]) for visit in visits], [goal['id'], start['id']], 'the move is a visit')
    check(visits[0][1] in (None, 0) and visits[1][1], visits)


def test_deal_life(home):
    home.demo(12)
    boards = home.json('board', 'list')
    same(home.json('board', 'show', boards[0]['id'])['board'], boards[0])
    same(home.json('board', 'show'), home.json('board'))
    home.refused('board', 'show', '999')
    made = home.json('deal', 'add', 'Five kettles', '--customer', '1', '--value', '125.50', '--expected', '2027-02-01')
    same(made['value'], {'amount': 12550, 'currency': 'SAR'})
    same((made['status'], made['stage_id'], made['customer_id']), ('open', home.json('board')['stages'][0]['id'], '1'))
    same(len(made['visits']), 1)
    changed = home.json('deal', 'edit', made['id'], '--title', 'Six kettles', '--note', 'In blue', '--value', '٢٠٠')
    same((changed['title'], changed['note'], changed['value']['amount']), ('Six kettles', 'In blue', 20000))
    same(changed['expected_day'], '2027-02-01', 'what was not named stays')
    same(home.json('deal', 'show', made['id']), changed)
    same(home.json('deal', 'won', made['id'])['status'], 'won')
    home.refused('deal', 'lost', made['id'], 'Too late')
    other = home.json('deal', 'add', 'A pan', '--customer', '2')
    home.refused('deal', 'lost', other['id'], status=2)
    home.refused('deal', 'lost', other['id'], ' ')
    lost = home.json('deal', 'lost', other['id'], 'Too dear')
    same((lost['status'], lost['lost_reason']), ('lost', 'Too dear'))
    for wrong in (['A pan'], ['A pan', '--customer', '999'], ['A pan', '--customer', '1', '--stage', '999'],
                  ['A pan', '--customer', '1', '--value', 'much']):
        home.refused('deal', 'add', *wrong)
    home.refused('deal', 'add', 'A pan', '--customer', '1', '--expected', 'soon', status=2)


def test_ticket_changes(home):
    home.demo(5)
    made = home.json('ticket', 'add', 'The lid', '--customer', '1')
    number = str(made['number'])
    changed = home.json('ticket', 'set', number, '--priority', 'urgent', '--mood', 'angry', '--subject', 'The blue lid',
                        '--kind', 'return', '--assignee', '1')
    same([changed[name] for name in ('priority', 'mood', 'subject', 'kind', 'assignee_id')],
         ['urgent', 'angry', 'The blue lid', 'return', '1'])
    same(home.json('ticket', 'set', number, '--assignee', 'none')['assignee_id'], None)
    home.refused('ticket', 'set', number, status=2)
    home.refused('ticket', 'set', number, '--priority', 'x', status=2)
    home.refused('ticket', 'set', number, '--assignee', 'Nobody')
    home.refused('ticket', 'set', number, '--customer', '999')
    home.refused('ticket', 'set', '999', '--mood', 'calm')
    snoozed = home.json('ticket', 'snooze', number, '2099-01-05 14:30')
    same((snoozed['status'], snoozed['wait_until']), ('waiting-us', '2099-01-05T11:30:00Z'))
    home.refused('ticket', 'snooze', number, '2001-01-05')
    home.refused('ticket', 'snooze', number, 'soon', status=2)
    home.refused('ticket', 'set', number, '--status', 'solved')
    same(home.json('ticket', 'set', number, '--status', 'solved', '--resolution', 'Sent')['status'], 'solved')
    first = home.json('ticket', 'add', 'Again the lid', '--customer', '1', '--body', 'Hello?')
    into = home.json('ticket', 'add', 'The pan', '--customer', '1', '--body', 'And the pan')
    home.refused('ticket', 'merge', str(first['number']), str(first['number']))
    home.refused('ticket', 'merge', str(first['number']), '99999')
    merged = home.json('ticket', 'merge', str(first['number']), str(into['number']))
    same(merged['number'], into['number'])
    check({'Hello?', 'And the pan'} <= {message.get('body') for message in merged['conversation']}, merged)
    same(home.json('ticket', 'show', str(first['number']))['status'], 'merged')


def test_follow_up_later(home):
    home.demo(5)
    made = home.json('followup', 'add', '2026-11-01', 'Ring about the lid', '--customer', '1')
    same(home.json('followup', 'snooze', made['id'], '2099-03-01')['snoozed_until'], '2099-03-01T06:00:00Z')
    check(home.json('followup', 'snooze', made['id'])['snoozed_until'] < '2099', 'until tomorrow')
    home.refused('followup', 'snooze', made['id'], '2001-01-01')
    home.refused('followup', 'snooze', made['id'], 'later', status=2)
    skipped = home.json('followup', 'skip', made['id'], 'She rang')
    same((skipped['status'], skipped['outcome']), ('skipped', 'She rang'))
    home.refused('followup', 'skip', made['id'])
    home.refused('followup', 'snooze', made['id'])


def test_follow_up(home):
    home.demo(5)
    made = home.json('followup', 'add', '2026-11-01', 'Ring about the lid', '--customer', '1')
    same((made['status'], made['due_day'], made['customer_id']), ('open', '2026-11-01', '1'))
    check(made['id'] in [step['id'] for step in home.json('followup', 'list', '--overdue')])
    done = home.json('followup', 'done', made['id'], 'She is glad')
    same((done['status'], done['outcome']), ('done', 'She is glad'))
    check(made['id'] not in [step['id'] for step in home.json('followup', 'list', '--overdue')])
    home.refused('followup', 'done', made['id'])


def test_undo(home):
    home.run('init')
    home.run('customer', 'add', 'Huda')
    last = home.json('history')[0]
    same(last['kind'], 'customer.add')
    same(home.json('undo', last['id'])['left'], 0)
    same(home.json('customer', 'list'), [])
    home.refused('undo', last['id'])
    home.refused('undo', home.json('history')[-1]['id'])
    same(home.json('check')['references'], 0, 'the shop is still there')
    home.run('import', CUSTOMERS)
    home.run('undo', next(each['id'] for each in home.json('history') if each['kind'].startswith('import')))
    same(home.json('customer', 'list'), [])


def test_backup(home):
    home.demo(12)
    copy = os.path.join(home.path, 'copy.daftar')
    made = home.json('backup', copy)
    same(made['customers'], 12)
    same(home.json('verify', copy)['tickets'], made['tickets'])
    home.run('customer', 'add', 'After the backup')
    same(len(home.json('customer', 'list', '--limit', '100')), 13)
    restored = home.json('restore', copy)
    same(restored['customers'], 12)
    same(home.json('verify', restored['kept'])['customers'], 13, 'what was there before is kept')
    same(len(home.json('customer', 'list', '--limit', '100')), 12)
    with open(copy, 'r+b') as stream:
        stream.truncate(len(read(copy)) // 2)
    home.refused('verify', copy)
    home.refused('restore', copy)
    same(len(home.json('customer', 'list', '--limit', '100')), 12, 'a broken backup replaces nothing')


def test_check(home):
    home.demo(12)
    found = home.json('check')
    check(set(found) >= {'file', 'references', 'search', 'folds'}, found)
    same(set(found.values()), {0})
    database = sqlite3.connect(home.shop)
    triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        database.execute(f'DROP TRIGGER "{name}"')
    database.execute("UPDATE customer SET name_fold = 'spoilt' WHERE id = 3")
    database.commit()
    database.close()
    home.refused('check')
    check('Names as they are searched: wrong, 1' in home.call('check').stdout)


def test_json(home):
    """One document from each command that asks; --json may stand on either side of the command."""
    home.demo(20)
    for command in (['customer', 'list'], ['customer', 'show', '1'], ['ticket', 'list'], ['board'], ['deal', 'list', '1'],
                    ['followup', 'list'], ['followup', 'list', '--week'], ['today'], ['history'], ['find', 'ا'], ['check'],
                    ['verify', home.shop]):
        same(home.json(*command), json.loads(home.run(*command, '--json')), command)


def test_hostile(home):
    """Files that are no table, no shop, or nothing at all; bytes that are no text. One sentence, nothing changed."""
    home.demo(5)

    def put(name, contents):
        path = os.path.join(home.path, name)
        with open(path, 'wb') as file:
            file.write(contents)
        return path

    os.mkdir(os.path.join(home.path, 'folder'))
    empty = put('empty', b'')
    sparse = put('sparse', b'')
    os.truncate(sparse, 1 << 30)
    garbage = put('garbage', bytes(range(256)) * 400)
    unclosed = put('unclosed.csv', b'Name,Phone\n"Ali,0501234567\nOmar,0551112223\n')
    endless = put('endless.csv', b'Name,Phone\n"' + b'x,0\n' * 500000)
    wide = put('wide.csv', b','.join([b'c'] * 20000) + b'\n')
    before = home.json('customer', 'list')

    for path, says in [(empty, 'no customers'), ('folder', 'can’t be read'), ('missing', 'can’t be read'),
                       ('/dev/null', 'no customers'), (sparse, ''), (unclosed, 'quotation mark'),
                       (endless, 'quotation mark'), (wide, 'columns'), (b'bad\xff', 'can’t be read')]:
        check(says in home.refused('import', path), (path, says))
    for path in (empty, 'folder', 'missing', garbage, sparse, '/proc/version', '/dev/null', home.shop + '/x', b'bad\xff'):
        home.refused('check', file=path)
        home.refused('import', CUSTOMERS, file=path)
    same(os.path.getsize(empty), 0)
    for words in (['customer', 'add', b'N\xff\xfe'], ['find', b'\xff'], ['ticket', 'reply', '1', b'\xc3']):
        home.refused(*words, status=2)

    same(home.json('customer', 'list'), before)
    home.run('check')


def test_whole_shop(home):
    """Out as JSON, into an empty shop, out again: the same file. What was cut short brings in nothing."""
    home.demo(40)
    first, second, cut = (os.path.join(home.path, name) for name in ('first.json', 'second.json', 'cut.json'))
    other = os.path.join(home.path, 'other.daftar')
    home.run('export', '--format', 'json', first)
    with open(first, encoding='utf-8') as file:
        text = file.read()
    check(len(json.loads(text)) > 200, 'a whole shop')
    home.run('init', '--country', 'EG', '--language', 'en', file=other)
    for length in (0, 1, len(text) // 2, len(text) - 2):
        with open(cut, 'w', encoding='utf-8') as file:
            file.write(text[:length])
        home.refused('import', cut, file=other)
        same(home.json('customer', 'list', file=other), [])
    home.run('import', first, file=other)
    home.run('check', file=other)
    home.run('export', '--format', 'json', second, file=other)
    with open(second, encoding='utf-8') as file:
        check(file.read() == text, 'the same again')
    home.refused('import', first, file=other)


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith('test_')]
    print(f'1..{len(tests)}')
    failed = 0
    for i, (name, test) in enumerate(tests, 1):
        path = tempfile.mkdtemp(prefix='daftar-cli-')
        try:
            test(Home(path))
            print(f'ok {i} {name}')
        except Exception:
            failed += 1
            print(f'not ok {i} {name}')
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
        finally:
            shutil.rmtree(path)
        sys.stdout.flush()
    return 1 if failed else 0


sys.exit(main())
