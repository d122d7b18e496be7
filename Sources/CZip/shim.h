// libzip: the directory and the inflated parts of a workbook.
#pragma once
#include <zip.h>
