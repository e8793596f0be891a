/* SPDX-License-Identifier: MIT
 * The random states from which the cells of a session started.
 */
#ifndef SSI_SCRIPT_CELL_STARTS_H
#define SSI_SCRIPT_CELL_STARTS_H

#include "script/value.h"

/* "%load_ext sameseed": from here on starts are kept, this cell's included. */
bool ssi_cell_starts_load(ss_session *s);
void ssi_cell_starts_free(ss_session *s);
/* A cell is about to run; keeps its start where they are kept. */
bool ssi_cell_starts_begin(ss_session *s, const ss_script_cell *cell);
/* Put the states back from which cell count started; it is then also the
 * start of the cell that runs. UsageError where it is not known. */
bool ssi_cell_starts_go_to(ss_session *s, size_t count);
/* "%seed N" was run. */
void ssi_cell_starts_seeded(ss_session *s, uint32_t seed);
/* Print what the last seed was. */
bool ssi_cell_starts_status(ss_session *s);

#endif
