#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes phone-plans.csv and phone-formats.csv from the metadata in python3-phonenumbers (libphonenumber, Apache-2.0).

Run by hand when libphonenumber has news; the build only reads the files."""
import csv
import os
import re

import phonenumbers
from phonenumbers.phonemetadata import PhoneMetadata

here = os.path.dirname(os.path.abspath(__file__))


def possible(meta):
    lengths = {n for n in meta.general_desc.possible_length if n > 0}
    return ' '.join(str(n) for n in sorted(lengths))


def own(meta):
    """What tells a region from the others of its calling code."""
    if meta.leading_digits:
        return '(?:%s).*' % meta.leading_digits
    return '|'.join(d.national_number_pattern for d in (meta.fixed_line, meta.mobile, meta.toll_free, meta.premium_rate,
                                                           meta.shared_cost, meta.personal_number, meta.voip, meta.pager,
                                                           meta.uan, meta.voicemail)
                    if d is not None and d.national_number_pattern)


plans, formats = [], []
for code in sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE):
    regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE[code]
    for region in regions:
        meta = (PhoneMetadata.metadata_for_nongeo_region(code) if region == '001'
                else PhoneMetadata.metadata_for_region(region))
        main = region == regions[0]
        plans.append([code, region, possible(meta), meta.general_desc.national_number_pattern,
                      meta.international_prefix or '', meta.national_prefix or '', meta.national_prefix_for_parsing or '',
                      meta.national_prefix_transform_rule or '', '' if len(regions) == 1 else own(meta)])
        if not main:
            continue
        abroad = {(f.pattern, tuple(f.leading_digits_pattern)): f.format for f in meta.intl_number_format}
        for f in meta.number_format:
            home = f.format
            rule = f.national_prefix_formatting_rule
            if rule:
                home = re.sub(r'\\1', lambda m: rule, home, count=1)
            intl = abroad.get((f.pattern, tuple(f.leading_digits_pattern)), '') if abroad else f.format
            formats.append([code, f.pattern, f.leading_digits_pattern[-1] if f.leading_digits_pattern else '', home,
                            '' if intl == 'NA' else intl])

for name, head, rows in (
        ('phone-plans.csv', ['calling_code', 'region', 'lengths', 'pattern', 'international_prefix', 'national_prefix',
                             'strip', 'transform', 'own'], plans),
        ('phone-formats.csv', ['calling_code', 'pattern', 'leading', 'home', 'abroad'], formats)):
    with open(os.path.join(here, name), 'w', newline='') as f:
        out = csv.writer(f, lineterminator='\n')
        out.writerow(head)
        out.writerows(rows)
