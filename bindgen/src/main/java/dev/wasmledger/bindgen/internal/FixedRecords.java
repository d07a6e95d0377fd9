package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.wasmledger.bindgen.internal.FixedRecord.Field;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the records whose lists are views, and remembers for which of them there are to be classes. */
final class FixedRecords {

    /** The number of fields where a type is not such a record, nor what such a record is made of. */
    private static final int NOT_FIXED = 0;

    private final Model model;
    private final Map<TypeId, Integer> widths = new HashMap<>();
    private final Map<TypeId, FixedRecord> known = new HashMap<>();
    private final Set<TypeId> used = new LinkedHashSet<>();

    FixedRecords(Model model) {
        this.model = model;
    }

    boolean contains(Type type) {
        return type instanceof Type.Named(TypeId id)
                && model.shape(type) instanceof Shape.Product
                && width(id) != NOT_FIXED;
    }

    /** The record, if the type is one, for which there are classes from now on. */
    Optional<FixedRecord> find(Type type) {
        return contains(type) ? Optional.of(of((Type.Named) type)) : Optional.empty();
    }

    FixedRecord of(Type.Named type) {
        used.add(type.id());
        FixedRecord record = known.get(type.id());
        if (record == null) {
            record = make(type);
            known.put(type.id(), record);
        }
        return record;
    }

    /** Those for which there are to be classes. */
    List<FixedRecord> used() {
        return used.stream().map(known::get).toList();
    }

    private int width(TypeId id) {
        Integer width = widths.get(id);
        if (width == null) {
            width = width(new Type.Named(id));
            widths.put(id, width);
        }
        return width;
    }

    /** How many numbers the type consists of. */
    private int width(Type type) {
        return switch (model.shape(type)) {
            case Shape.Scalar scalar -> 1;
            case Shape.Enumeration enumeration -> 1;
            case Shape.Bits bits -> 1;
            case Shape.Product product
            when product.javaType() instanceof ClassName -> {
                int width = 0;
                for (Shape.Part part : product.parts()) {
                    int ofPart = model.canonical(part.type()) instanceof Type.Named(TypeId id)
                            ? width(id)
                            : width(part.type());
                    if (ofPart == NOT_FIXED || width + ofPart > Limits.VIEW_FIELDS) {
                        yield NOT_FIXED;
                    }
                    width += ofPart;
                }
                yield width;
            }
            default -> NOT_FIXED;
        };
    }

    private FixedRecord make(Type.Named type) {
        var product = (Shape.Product) model.shape(type);
        List<Field> fields = new ArrayList<>();
        UniqueNames names = Symbols.viewMembers();
        product.parts().forEach(part -> add(part, "", 0, names, fields));
        return new FixedRecord(
                type,
                model.symbols.type(type.id()),
                model.symbols.list(type.id()),
                model.symbols.buffer(type.id()),
                model.size(type),
                model.alignment(type),
                product.parts().stream().map(Shape.Part::accessor).toList(),
                List.copyOf(fields));
    }

    /** Adds a part of a record and what it consists of; gives the name of its accessors. */
    private String add(Shape.Part part, String within, int start, UniqueNames names, List<Field> fields) {
        int offset = start + part.offset();
        Type type = model.canonical(part.type());
        String own = JavaNames.stripLowLines(part.accessor());
        String name = names.take(within.isEmpty() ? own : within + JavaNames.capitalized(own));
        int position = fields.size();
        switch (model.shape(type)) {
            case Shape.Scalar(Type.Primitive primitive) -> {
                TypeName javaType = model.javaType(type);
                fields.add(new FixedRecord.Scalar(name, offset, primitive, javaType));
            }
            case Shape.Enumeration enumeration -> fields.add(new FixedRecord.Case(name, offset, type, enumeration));
            case Shape.Bits bits -> {
                String number = names.take(JavaNames.stripLowLines(name) + "Bits");
                fields.add(new FixedRecord.Flags(name, offset, type, bits, number));
                fields.add(new FixedRecord.Bits(number, offset, bits));
            }
            case Shape.Product product -> {
                List<String> parts = new ArrayList<>();
                for (Shape.Part nested : product.parts()) {
                    parts.add(add(nested, JavaNames.stripLowLines(name), offset, names, fields));
                }
                fields.add(position, new FixedRecord.Nested(name, offset, of((Type.Named) type), List.copyOf(parts)));
            }
            case Shape other -> throw new IllegalStateException("not of a fixed size: " + other);
        }
        return name;
    }
}
