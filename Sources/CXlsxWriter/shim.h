// libxlsxwriter as Swift sees it. The only importer is Workbook+Bytes.swift of OfficeDocuments.
#pragma once
#include <xlsxwriter.h>
