// LAPACKE and CBLAS as Swift sees them. The only importer is the LAPACK folder of LinearAlgebra.
#pragma once
#include <cblas.h>
#include <lapacke.h>
