#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The phone rings: who is it? Find by name and number, write it down, what is promised comes up; both languages."""
import os
import subprocess

from daftartest import BUILD, App, run

CTL = os.path.join(BUILD, 'src', 'cli', 'daftarctl')
WORDS = {
    'en': {'search': 'Search customers', 'find': 'Find', 'write': 'Write what happened', 'customer': 'Customer',
           'said': 'What was said or done', 'next': 'Next step', 'tomorrow': 'Tomorrow', 'save': 'Save',
           'undo': 'Undo', 'number': 'Number or e-mail', 'duplicates': 'Already in the notebook?', 'day': 'Day'},
    'ar': {'search': 'البحث في العملاء', 'find': 'بحث', 'write': 'كتابة ما حدث', 'customer': 'العميل',
           'said': 'ما قيل أو ما تم', 'next': 'الخطوة التالية', 'tomorrow': 'غدًا', 'save': 'حفظ',
           'undo': 'تراجع', 'number': 'الرقم أو البريد', 'duplicates': 'هل هو في الدفتر؟', 'day': 'اليوم'},
}


def shop(name):
    path = os.path.join(os.environ['HOME'], f'{name}.daftar')
    subprocess.run([CTL, '--file', path, 'demo', '--seed', '7'], check=True, stdout=subprocess.DEVNULL)
    return path


def who_is_this(lang):
    """Any part of a name or number finds; Enter opens; what happened is written down with one key."""
    words = WORDS[lang]
    path = shop(f'who-{lang}')
    with App('--page', 'customers', lang=lang, file=path) as app:
        listing = app.find('list', {'en': 'Customers', 'ar': 'العملاء'}[lang])
        first = app.wait_for(lambda: listing.get_child_at_index(0).get_name(), 'a first row with a name')
        app.set_text(app.find('text', words['search']), first.split()[-1])
        app.keys('Return')
        app.wait_for(lambda: app.label(first), 'the profile')
        entry = app.find('text', words['write'])
        app.set_text(entry, 'سأل عن موعد التوصيل')
        app.focus('profile-write')
        app.keys('Return')
        app.wait_for(lambda: app.label('سأل عن موعد التوصيل'), 'the entry on the timeline')
        app.keys('ctrl+z')
        app.gone('label', 'سأل عن موعد التوصيل')


def write_it_down(lang):
    """Ctrl+N from anywhere: a new customer, what was said, the next step; found again at once."""
    words = WORDS[lang]
    path = shop(f'note-{lang}')
    with App('--page', 'today', lang=lang, file=path) as app:
        app.keys('ctrl+n')
        app.set_text(app.find('text', words['customer']), 'زيد المستجد')
        app.wait_for(lambda: app.shown('customer-choices'), 'the choices')
        app.focus('customer-entry')
        app.keys('Return')
        app.set_text(app.find('text', words['number']), '0509876543')
        app.set_text(app.find('text', words['said']), 'يريد عرض سعر')
        app.set_text(app.find('text', words['next']), 'إرسال العرض')
        app.press(app.find('push button', words['tomorrow'], into_tables=True))
        app.wait_for(lambda: app.text(app.find('text', words['day'])), 'the day')
        app.keys('ctrl+Return')
        app.gone('text', words['said'])
        # Ctrl+K finds it at once, by the middle of the number.
        app.keys('ctrl+k')
        app.set_text(app.find('text', words['find']), '987654')
        app.wait_for(lambda: 'زيد المستجد' in ' '.join(app.labels()), 'the new customer among what is found')
        app.focus('find-entry')
        app.keys('Return')
        app.wait_for(lambda: app.label('إرسال العرض'), 'what is promised on the profile')


def test_who_is_this_in_english():
    who_is_this('en')


def test_who_is_this_in_arabic():
    who_is_this('ar')


def test_write_it_down_in_english():
    write_it_down('en')


def test_write_it_down_in_arabic():
    write_it_down('ar')


run(test_who_is_this_in_english, test_who_is_this_in_arabic, test_write_it_down_in_english,
    test_write_it_down_in_arabic)
