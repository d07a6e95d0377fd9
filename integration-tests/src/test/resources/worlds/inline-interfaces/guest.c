#include "inlined.h"
#include "text.h"

wit_string_t exports_test_inline_inlined_report_time(void) {
    test_inline_inlined_clock_moment_t now = test_inline_inlined_clock_now();
    return text_format("%d.%d", (int64_t)now.seconds, (int64_t)now.nanos);
}
