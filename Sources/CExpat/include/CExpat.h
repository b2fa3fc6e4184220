// libexpat for Swift: the header as it is.
#pragma once
#include <expat.h>
