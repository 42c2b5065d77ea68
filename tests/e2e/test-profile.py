#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One customer's page: facts edited where they stand, fields of the shop, one key to write, the timeline; both languages."""
import os
import re
import subprocess

from daftartest import BUILD, App, run

CTL = os.path.join(BUILD, 'src', 'cli', 'daftarctl')
WORDS = {
    'en': {'search': 'Search customers', 'write': 'Write what happened', 'detail': 'Add a detail…', 'city': 'City',
           'saved': 'Saved', 'email': 'E-mail', 'referred': 'Referred by', 'timeline': 'Search the timeline',
           'field': 'Name of the field', 'customer': 'Customer', 'silent': 'Do not contact'},
    'ar': {'search': 'البحث في العملاء', 'write': 'كتابة ما حدث', 'detail': 'إضافة معلومة…', 'city': 'المدينة',
           'saved': 'حُفظ', 'email': 'بريد إلكتروني', 'referred': 'جاء بتوصية من', 'timeline': 'البحث في السجل',
           'field': 'اسم الحقل', 'customer': 'العميل', 'silent': 'عدم التواصل'},
}
AMAL, BADR = 'أمل الحداد', 'بدر المنصور'


def ctl(path, *arguments):
    return subprocess.run([CTL, '--file', path, *arguments], check=True, capture_output=True, text=True).stdout


def shop(name, lang):
    # As wide as a counter's screen: the facts stand beside the timeline.
    subprocess.run(['gsettings', 'set', 'io.github.daftarapp.Daftar', 'window-maximized', 'true'], check=True)
    path = os.path.join(os.environ['HOME'], f'{name}.daftar')
    ctl(path, 'init', '--name', 'متجر النور', '--country', 'SA', '--language', lang)
    ctl(path, 'customer', 'add', '--name', AMAL, '--phone', '0501234567', '--city', 'جدة')
    ctl(path, 'customer', 'add', '--name', BADR, '--phone', '0507654321')
    return path


def open_customer(app, words, name):
    app.set_text(app.find('text', words['search']), name)
    app.wait_for(lambda: app.find('list', {'en': 'Customers', 'ar': 'العملاء'}[app.lang])
                 .get_child_at_index(0).get_name() == name, 'the row')
    app.focus('customers-search')
    app.keys('Return')
    app.wait_for(lambda: app.hook('Locate', 'profile-name', signature='s')[2] > 0 and app.label(name), 'the profile')


def facts(lang):
    """A fact is edited in its place, Escape leaves it, and Ctrl+Z takes the change back."""
    words = WORDS[lang]
    path = shop(f'facts-{lang}', lang)
    with App('--page', 'customers', lang=lang, file=path) as app:
        open_customer(app, words, AMAL)
        app.focus('fact-city')
        app.keys('Return')
        app.set_text(app.find('text', words['city']), 'الدمام')
        app.keys('Escape')
        app.wait_for(lambda: 'fact-city' in app.focused(), 'the row to have the focus again')
        app.keys('Return')
        app.set_text(app.find('text', words['city']), 'الرياض')
        app.keys('Return')
        app.wait_for(lambda: app.label('\u2068الرياض\u2069'), 'the new city')
        app.wait_for(lambda: 'fact-city' in app.focused(), 'the row to have the focus')
        app.keys('ctrl+z')
        app.wait_for(lambda: app.label('\u2068جدة\u2069'), 'the old city')


def point(lang):
    """A contact point is added in its place; what is no address is refused beside it."""
    words = WORDS[lang]
    path = shop(f'point-{lang}', lang)
    with App('--page', 'customers', lang=lang, file=path) as app:
        open_customer(app, words, AMAL)
        app.focus('fact-point-new')
        app.keys('Return')
        app.wait_for(lambda: app.shown('point-value'), 'the entry')
        entry = app.find('text', words['email'])
        app.set_text(entry, 'amal example.com')
        app.keys('Return')
        app.wait_for(lambda: app.shown('fact-error'), 'the reason')
        app.set_text(entry, 'amal@example.com')
        app.keys('Return')
        app.wait_for(lambda: not app.shown('point-value'), 'the entry to go')
        app.wait_for(lambda: any('amal@example.com' in label for label in app.labels()), 'the address')


def own_field(lang):
    """A field of the shop is made in the preferences; its value is written on the page."""
    words = WORDS[lang]
    path = shop(f'field-{lang}', lang)
    with App('--page', 'customers', lang=lang, file=path) as app:
        app.keys('ctrl+comma')
        app.wait_for(lambda: app.find(None, {'en': 'Preferences', 'ar': 'التفضيلات'}[lang]), 'the preferences')
        window = app.find(None, {'en': 'Preferences', 'ar': 'التفضيلات'}[lang])
        app.press(app.find('page tab', {'en': 'Customers', 'ar': 'العملاء'}[lang], within=window))
        app.focus('field-add')
        app.keys('space')
        app.focus('field-name')
        app.type('مقاس الحذاء')
        app.keys('Return')
        app.wait_for(lambda: not app.shown('field-0'), 'the field to be saved')
        app.wait_for(lambda: 'field-1' in app.focused(), 'the new field to have the focus')
        # The first one takes the toast away.
        app.keys('Escape', 'Escape')
        app.wait_for(lambda: not app.shown('preferences'), 'the preferences to close')
        open_customer(app, words, AMAL)
        app.menu(words['detail'], 'مقاس الحذاء')
        app.set_text(app.find('text', 'مقاس الحذاء'), '٤٢ ونصف')
        app.keys('Return')
        app.wait_for(lambda: app.label('\u2068٤٢ ونصف\u2069'), 'the value')


def note(lang):
    """Adding a note is one key; the timeline is searched, folded; the note is pinned and deleted from the keyboard."""
    words = WORDS[lang]
    path = shop(f'note-{lang}', lang)
    with App('--page', 'customers', lang=lang, file=path) as app:
        open_customer(app, words, AMAL)
        for text in ('سألت عن الغلّاية الكهربائيّة', 'وعدناها بالرد غدًا'):
            app.focus('fact-city')
            app.keys('n')
            app.wait_for(lambda: 'profile-write' in app.focused(), 'the entry to have the focus')
            app.set_text(app.find('text', words['write']), text)
            app.keys('Return')
            app.wait_for(lambda text=text: app.label(text), 'the entry on the timeline')
        app.focus('fact-city')
        app.keys('slash')
        app.set_text(app.find('text', words['timeline']), 'الغلايه')
        app.gone('label', 'وعدناها بالرد غدًا')
        app.label('سألت عن الغلّاية الكهربائيّة')
        app.keys('Escape')
        app.wait_for(lambda: app.label('وعدناها بالرد غدًا'), 'everything again')
        app.focus('profile-timeline')
        app.keys('Home', 'p')
        app.wait_for(lambda: app.shown('profile-pinned'), 'the pinned note')
        app.focus('profile-timeline')
        app.keys('Home', 'Delete')
        app.gone('label', 'وعدناها بالرد غدًا')
        app.keys('ctrl+z')
        app.wait_for(lambda: app.label('وعدناها بالرد غدًا'), 'the note again')


def choose_referrer(app, words, name):
    app.menu(words['detail'], words['referred'])
    app.set_text(app.find('text', words['customer']), name)
    app.wait_for(lambda: app.shown('customer-choices'), 'the choices')
    app.focus('customer-entry')
    app.keys('Return')


def circle(lang):
    """Amal came by Badr: Badr can't have come by Amal."""
    words = WORDS[lang]
    path = shop(f'circle-{lang}', lang)
    with App('--page', 'customers', lang=lang, file=path) as app:
        open_customer(app, words, AMAL)
        choose_referrer(app, words, BADR)
        app.wait_for(lambda: app.shown('fact-referred_by') and not app.shown('customer-chosen'), 'the referrer')
        open_customer(app, words, BADR)
        choose_referrer(app, words, AMAL)
        app.wait_for(lambda: app.shown('fact-error'), 'the reason')
        assert any(AMAL in label and BADR in label for label in app.labels()), app.labels()
        app.keys('Escape')


def silent(lang):
    """Who does not want to be contacted is not: the buttons say why."""
    words = WORDS[lang]
    path = shop(f'silent-{lang}', lang)
    opened = os.path.join(os.environ['TMPDIR'], 'nothing')
    with App('--page', 'customers', lang=lang, file=path, env={'BROWSER': opened}) as app:
        open_customer(app, words, AMAL)
        app.wait_for(lambda: app.shown('reach-0'), 'the button to call')
        app.keys('ctrl+e')
        app.wait_for(lambda: app.shown('customer-name'), 'the form')
        app.focus('customer-do-not-contact')
        app.keys('space')
        app.keys('ctrl+Return')
        app.wait_for(lambda: app.shown('reach-refusal'), 'the reason')
        button = app.find('push button', re.compile({'en': '^Call: ', 'ar': '^اتصال: '}[lang]))
        app.wait_state(button, 'SENSITIVE', False)


def both(test):
    def english():
        test('en')

    def arabic():
        test('ar')
    english.__name__, arabic.__name__ = f'{test.__name__}_in_english', f'{test.__name__}_in_arabic'
    return english, arabic


run(*(one for test in (facts, point, own_field, note, circle, silent) for one in both(test)))
