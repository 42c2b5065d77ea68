#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of customers from the keyboard: several chosen and tagged in one go, taken back, the list narrowed to
them, the filter kept; the table and its columns. Both languages."""
import os
import re
import subprocess

from daftartest import BUILD, App, run

CTL = os.path.join(BUILD, 'src', 'cli', 'daftarctl')
WORDS = {
    'en': {'list': 'Customers', 'tag': 'Tag', 'tagname': 'Tag', 'show': 'Show', 'choose': 'Choose What to Show…',
           'keep': 'Keep This Filter…', 'name': 'A name for it', 'selected': '3 selected', 'found': '3 customers',
           'everybody': '200 customers', 'table': 'As a Table'},
    'ar': {'list': 'العملاء', 'tag': 'الوسم', 'tagname': 'الوسم', 'show': 'عرض', 'choose': 'اختيار ما يُعرض…',
           'keep': 'حفظ هذه التصفية…', 'name': 'اسم التصفية', 'selected': '3 محدَّدين', 'found': '3 عملاء',
           'everybody': '200 عميل', 'table': 'جدول'},
}


def shop(name):
    path = os.path.join(os.environ['HOME'], f'{name}.daftar')
    subprocess.run([CTL, '--file', path, 'demo', '--seed', '7'], check=True, stdout=subprocess.DEVNULL)
    return path


def tagged(path, tag):
    return int(subprocess.run(['sqlite3', path, f"SELECT count(*) FROM customer_tag WHERE tag = '{tag}'"],
                              capture_output=True, text=True, check=True).stdout)


def place_of_tag(path, tag):
    tags = subprocess.run(['sqlite3', path, 'SELECT tag FROM customer_tag GROUP BY tag ORDER BY count(*) DESC, tag'],
                          capture_output=True, text=True, check=True).stdout.split('\n')
    return tags.index(tag)


def select_three(app, words):
    listing = app.find('list', words['list'])
    app.wait_for(lambda: listing.get_child_at_index(2).get_name(), 'rows')
    app.focus('customers-search')
    app.keys('Down')
    app.wait_for(lambda: 'customers-list' in app.focused(), 'the list to have the focus')
    app.keys('shift+Down', 'shift+Down')
    app.wait_for(lambda: app.label(words['selected']), 'three to be selected')


def tag_several(lang):
    """Three are tagged at once; one undo takes the tag from all three."""
    words = WORDS[lang]
    path = shop(f'tag-{lang}')
    with App('--page', 'customers', lang=lang, file=path) as app:
        select_three(app, words)
        app.point('bulk-tag')
        app.set_text(app.find('text', words['tagname']), 'عيد')
        app.keys('ctrl+Return')
        app.wait_for(lambda: tagged(path, 'عيد') == 3, 'three to have the tag')
        app.wait_for(lambda: not app.shown('bulk-tag-name'), 'the form to close')
        app.keys('ctrl+z')
        app.wait_for(lambda: tagged(path, 'عيد') == 0, 'the tag to be taken back')


def narrow_and_keep(lang):
    """Narrowed to a tag, kept under a name, chosen again from the menu."""
    words = WORDS[lang]
    path = shop(f'filter-{lang}')
    with App('--page', 'customers', lang=lang, file=path) as app:
        select_three(app, words)
        app.point('bulk-tag')
        app.set_text(app.find('text', words['tagname']), 'عيد')
        app.keys('ctrl+Return')
        app.wait_for(lambda: tagged(path, 'عيد') == 3, 'three to have the tag')
        app.wait_for(lambda: not app.shown('bulk-tag-name'), 'the form to close')

        app.point('customers-filter')
        app.click('menu item', words['choose'])
        app.wait_for(lambda: app.shown('filter-tag'), 'the form of the filter')
        # The most used tags come first: as many steps down as there are before it, and one past "any".
        app.keys('space', *['Down'] * (place_of_tag(path, 'عيد') + 1), 'Return')
        app.keys('ctrl+Return')
        app.wait_for(lambda: app.label(words['found']), 'only the tagged')

        app.point('customers-filter')
        app.click('menu item', words['keep'])
        app.set_text(app.find('text', words['name']), 'بطاقات العيد')
        app.keys('ctrl+Return')
        app.wait_for(lambda: not app.shown('filter-name'), 'the form to close')
        app.point('customers-filter')
        app.find('menu item', re.compile('بطاقات العيد'))
        app.keys('Home', 'Return')
        app.wait_for(lambda: app.label(words['everybody']), 'everybody again')
        app.point('customers-filter')
        app.click('menu item', re.compile('بطاقات العيد'))
        app.wait_for(lambda: app.label(words['found']), 'only the tagged again')


def table(lang):
    """As a table, sorted by a column from the menu; Enter opens the profile, and back."""
    words = WORDS[lang]
    path = shop(f'table-{lang}')
    subprocess.run(['gsettings', 'set', 'io.github.daftarapp.Daftar', 'customers-view', 'list'], check=True)
    with App('--page', 'customers', lang=lang, file=path) as app:
        app.wait_for(lambda: app.shown('customers-list'), 'the list')
        app.point('customers-order')
        app.click('menu item', words['table'])
        app.wait_for(lambda: app.shown('customers-table'), 'the table')
        app.focus('customers-search')
        app.keys('Down')
        app.wait_for(lambda: 'customers-table' in app.focused(), 'the table to have the focus')
        app.keys('Return')
        app.wait_for(lambda: app.shown('profile-edit') and not app.shown('customers-table'), 'the profile alone')
        app.keys({'en': 'alt+Left', 'ar': 'alt+Right'}[lang])
        app.wait_for(lambda: app.shown('customers-table'), 'the table again')


def test_tag_several_in_english():
    tag_several('en')


def test_tag_several_in_arabic():
    tag_several('ar')


def test_narrow_and_keep_in_english():
    narrow_and_keep('en')


def test_narrow_and_keep_in_arabic():
    narrow_and_keep('ar')


def test_table_in_english():
    table('en')


def test_table_in_arabic():
    table('ar')


run(test_tag_several_in_english, test_tag_several_in_arabic, test_narrow_and_keep_in_english,
    test_narrow_and_keep_in_arabic, test_table_in_english, test_table_in_arabic)
