/* SPDX-License-Identifier: MIT
 * The numbers of zip archives, as far as .npz has them (PKWARE's APPNOTE).
 */
#ifndef SSI_IO_ZIP_H
#define SSI_IO_ZIP_H

#define ZIP_LOCAL 0x04034b50u   /* before each member */
#define ZIP_CENTRAL 0x02014b50u /* an entry of the directory */
#define ZIP_END 0x06054b50u     /* behind the directory */

#define ZIP_VERSION 45 /* that reads zip64 */
#define ZIP_UTF8 0x800 /* flag: the name is UTF-8 */
#define ZIP_STORED 0
#define ZIP_DEFLATED 8
#define ZIP_64 1 /* extra field with 64-bit sizes */

#define ZIP_MOST 0xffffu
#define ZIP_LONGEST_NAME (0xffffu - 4)

#endif
