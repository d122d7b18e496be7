// OpenSSL's libcrypto, used for SHA-256 of inputs and outputs only.
#pragma once
#include <openssl/evp.h>
