#include "call.h"

#include <string.h>

const char *sbx_error_text(int32_t code) {
  const char *text = strerrordesc_np(code);
  return text ? text : "Unknown error";
}
