/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

/* The bytes of tests/fixtures/PATH. */
GBytes *
support_fixture (const char *path)
{
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, "fixtures", path, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (name, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The names, relative to tests/fixtures, of all files in tests/fixtures/FOLDER, sorted. */
GPtrArray *
support_fixtures (const char *folder)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  return names;
}
