#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Step 5 of the day: the board, moved by mouse and by keyboard, in both languages. What counts is what the file says."""
import os
import sqlite3
import subprocess

import daftartest
from daftartest import App, poll

FILL = os.path.join(daftartest.BUILD, 'tests', 'support', 'fill-shop')
WORDS = {
    'en': {'lost': 'Lost…', 'won': 'Won: Take Off the Board', 'undo': 'Undo'},
    'ar': {'lost': 'خاسرة…', 'won': 'ناجحة: رفعها من اللوحة', 'undo': 'تراجع'},
}
AIR, CURTAINS, SOFA, OFFICE, FRIDGE, DISHES = range(1, 7)  # the deals as fill-shop numbers them


def shop(name, lang):
    path = os.path.join(os.environ['HOME'], f'{name}-{lang}.daftar')
    subprocess.run([FILL, path, lang], check=True)
    return path


def ask(path, sql, *values):
    with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as db:
        return db.execute(sql, values).fetchall()


def column(path, stage):
    """The ids of a stage's cards from its top."""
    return [row[0] for row in ask(path, 'SELECT id FROM deal WHERE stage_id = ? AND status = 0 AND deleted_at IS NULL '
                                  'ORDER BY rank', stage)]


def wait_column(path, stage, expected):
    poll(lambda: column(path, stage) == expected, f'stage {stage} to hold {expected}, not {column(path, stage)}')


def board(lang, name):
    path = shop(name, lang)
    app = App('--page', 'boards', lang=lang, file=path)
    app.resize(1360, 760)
    app.locate('deal-1')
    return app, path




def drag(lang):
    app, path = board(lang, 'drag')
    with app:
        first, second = app.locate('column-0'), app.locate('column-1')
        assert (second[0] < first[0]) == (lang == 'ar'), f'the first stage stands at {first}, the second at {second}'
        # Onto the upper half of the fridge: between the office and the fridge.
        app.drag('deal-2', 'deal-5', at=(0.5, 0.25))
        wait_column(path, 2, [OFFICE, CURTAINS, FRIDGE])
        wait_column(path, 1, [AIR, SOFA])
        visits = ask(path, 'SELECT stage_id, from_stage_id, left_at IS NULL FROM stage_visit WHERE deal_id = 2 ORDER BY id')
        assert visits == [(1, None, 0), (2, 1, 1)], visits
        # Within the column, to its top.
        app.wait_for(lambda: app.locate('deal-3')[1] < app.locate('deal-5')[1] + 10, 'the board to settle')
        app.drag('deal-3', 'deal-1', at=(0.5, 0.25))
        wait_column(path, 1, [SOFA, AIR])
        # Back by the undo of the window.
        app.keys('ctrl+z')
        wait_column(path, 1, [AIR, SOFA])


def test_drag_in_english():
    drag('en')


def test_drag_in_arabic():
    drag('ar')


def keyboard(lang):
    """Alt and an arrow move the card as one sees it: to the next stage it is right in English, left in Arabic."""
    ahead, behind = ('Left', 'Right') if lang == 'ar' else ('Right', 'Left')
    app, path = board(lang, 'keys')
    with app:
        app.wait_for(lambda: 'column-0' in app.focused(), 'the first card to be focused')
        app.keys(f'alt+{ahead}')
        wait_column(path, 1, [CURTAINS, SOFA])
        wait_column(path, 2, [AIR, OFFICE, FRIDGE])
        app.wait_for(lambda: 'column-1' in app.focused(), 'the focus to go with the card')
        app.keys('alt+Down')
        wait_column(path, 2, [OFFICE, AIR, FRIDGE])
        app.keys(f'alt+{behind}')
        wait_column(path, 1, [CURTAINS, AIR, SOFA])
        app.wait_for(lambda: 'column-0' in app.focused(), 'the focus to go with the card')
        # Without Alt only the focus goes.
        app.keys(ahead)
        app.wait_for(lambda: 'column-1' in app.focused(), 'the focus in the second column')
        assert column(path, 1) == [CURTAINS, AIR, SOFA]


def test_keys_in_english():
    keyboard('en')


def test_keys_in_arabic():
    keyboard('ar')


def purchase(lang):
    """M, the stage, and what was sold: with digits of the other script."""
    app, path = board(lang, 'purchase')
    with app:
        app.drag('deal-6', 'column-3', at=(0.5, 0.8))
        app.locate('sale-dialog')
        app.wait_for(lambda: 'sale-price' in app.focused(), 'the price to be asked')
        app.keys('ctrl+a')
        app.type('٢٥٠٠٫٥٠' if lang == 'ar' else '2500.50')
        app.keys('ctrl+Return')
        app.wait_for(lambda: not app.shown('sale-dialog'), 'the form to close')
        poll(lambda: ask(path, 'SELECT amount, currency, customer_id FROM purchase') == [(250050, 'SAR', 7)], 'the purchase')
        assert ask(path, 'SELECT value, stage_id, status FROM deal WHERE id = 6') == [(250050, 4, 0)]
        thanks = ask(path, 'SELECT count(*) FROM follow_up WHERE deal_id = 6 AND due_day = date(\'now\', \'+3 hours\', \'+1 day\')'
                     ' AND id > 13')
        assert thanks == [(1,)], thanks


def test_purchase_in_english():
    purchase('en')


def test_purchase_in_arabic():
    purchase('ar')


def lost(lang):
    app, path = board(lang, 'lost')
    with app:
        app.point('deal-3', button=3)
        app.press(app.find('menu item', WORDS[lang]['lost']))
        app.locate('lost-reason')
        app.wait_for(lambda: 'lost-reason' in app.focused(), 'the reason to be asked')
        app.type('السعر')
        app.keys('Return')
        poll(lambda: ask(path, 'SELECT status, lost_reason FROM deal WHERE id = 3') == [(2, 'السعر')], 'it to be lost')
        app.wait_for(lambda: not app.shown('deal-3'), 'the card to go')


def test_lost_in_english():
    lost('en')


def test_lost_in_arabic():
    lost('ar')


def test_open_and_back():
    """Enter opens the deal: its next step, what to do, where it has been. Escape-free way back by the button."""
    app, path = board('en', 'open')
    with app:
        app.wait_for(lambda: 'column-0' in app.focused(), 'the first card to be focused')
        app.keys('Return')
        app.locate('deal-view')
        for words in ('Air conditioner for the hall', 'Answer within the hour', 'Where it has been'):
            app.label(words)
        app.point('deal-back')
        app.locate('deal-1')


def test_many_cards():
    """Thousands in a column: the window keeps drawing, and only what is seen is made."""
    path = shop('many', 'en')
    subprocess.run([FILL, path, 'many', '3000'], check=True)
    with App('--page', 'boards', file=path) as app:
        app.locate('deal-1')
        cards = app.find_all('list item', None)
        assert len(cards) < 400, len(cards)
        app.label('3,003')


daftartest.run(test_drag_in_english, test_drag_in_arabic, test_keys_in_english, test_keys_in_arabic,
               test_purchase_in_english, test_purchase_in_arabic, test_lost_in_english, test_lost_in_arabic,
               test_open_and_back, test_many_cards)
