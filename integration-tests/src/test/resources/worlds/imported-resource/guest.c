#include "text.h"
#include "working.h"

typedef test_imported_resource_files_file_own_t file_t;
typedef test_imported_resource_files_file_borrow_t file_borrow_t;
typedef wit_result_list_u8_files_failure_t bytes_t;

static file_borrow_t lend(file_t file) {
    return test_imported_resource_files_file_borrow_of(file);
}

static file_t new_file(const char *name) {
    return test_imported_resource_files_file_new(wit_string(name));
}

/** What was read as text, or what there is in its place. */
static wit_string_t text_of(bytes_t bytes) {
    if (bytes.is_err) {
        wit_result_list_u8_files_failure_free(&bytes);
        return wit_string_copy("failed");
    }
    return (wit_string_t){ (char *)bytes.value.ok.ptr, bytes.value.ok.len };
}

wit_result_u32_string_t exports_test_imported_resource_work_copy(wit_string_t source, wit_string_t target) {
    wit_result_u32_string_t copied = { .is_err = true };
    wit_result_files_file_files_failure_t from = test_imported_resource_files_file_open(source);
    if (!from.is_err) {
        file_t to = test_imported_resource_files_file_new(target);
        bytes_t bytes = test_imported_resource_files_file_read(lend(from.value.ok), 0, 1000);
        copied.is_err = bytes.is_err;
        if (!bytes.is_err) {
            copied.value.ok = bytes.value.ok.len;
            wit_string_t text = { (char *)bytes.value.ok.ptr, bytes.value.ok.len };
            test_imported_resource_files_file_append(lend(to), text);
        }
        wit_result_list_u8_files_failure_free(&bytes);
        test_imported_resource_files_file_own_free(&to);
    }
    if (copied.is_err) {
        copied.value.err = wit_string_copy("cannot copy");
    }
    wit_result_files_file_files_failure_free(&from);
    wit_string_free(&source);
    wit_string_free(&target);
    return copied;
}

wit_string_t exports_test_imported_resource_work_roundtrip(wit_string_t name) {
    test_imported_resource_files_keep(test_imported_resource_files_file_new(name));
    wit_string_free(&name);
    wit_option_files_file_t back = test_imported_resource_files_recall();
    if (!back.is_some) {
        __builtin_trap();
    }
    test_imported_resource_files_file_append(lend(back.value), wit_string("again"));
    wit_string_t text = text_of(test_imported_resource_files_file_read(lend(back.value), 0, 100));
    wit_option_files_file_free(&back);
    return text;
}

wit_string_t exports_test_imported_resource_work_lent(file_borrow_t file) {
    return text_of(test_imported_resource_files_file_read(file, 1, 3));
}

file_t exports_test_imported_resource_work_given(file_t file) {
    test_imported_resource_files_file_append(lend(file), wit_string("!"));
    return file;
}

uint32_t exports_test_imported_resource_work_newest(void) {
    file_t files[] = { new_file("a"), new_file("b"), new_file("c") };
    wit_list_files_file_borrow_t lent = wit_list_files_file_borrow_new(4);
    lent.ptr[0] = lend(files[2]);
    lent.ptr[1] = lend(files[0]);
    lent.ptr[2] = lend(files[1]);
    lent.ptr[3] = lend(files[0]);
    uint32_t newest = test_imported_resource_files_newest(lent);
    wit_list_files_file_borrow_free(&lent);
    for (size_t i = 0; i < 3; i++) {
        test_imported_resource_files_file_own_free(&files[i]);
    }
    return newest;
}
