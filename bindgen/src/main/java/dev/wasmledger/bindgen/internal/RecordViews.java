package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.function.BiConsumer;

/** The classes that stand for lists of records of a fixed size, and for a place of one of them, where they are needed. */
final class RecordViews {

    private final Model model;
    private final RecordLists lists;
    private final RecordBuffers buffers;

    RecordViews(Generator generator) {
        this.model = generator.model();
        RecordFields fields = new RecordFields(generator);
        this.lists = new RecordLists(fields);
        this.buffers = new RecordBuffers(fields);
    }

    /** Adds those of all records that were asked for by now. */
    void addTo(BiConsumer<ClassName, TypeSpec> files) {
        List<FixedRecord> records = model.fixedRecords.used();
        for (FixedRecord record : records) {
            files.accept(record.list(), model.companion(record.type().id(), lists.type(record)));
            files.accept(record.buffer(), model.companion(record.type().id(), buffers.type(record)));
        }
    }
}
