package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.wasmledger.bindgen.internal.FixedRecord.Field;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.wit.Type;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Code that a host runs over the bytes of a list of records that came out of a component: what lifting would refuse is
 * refused, and what it would not look at (padding, bits without a flag, which NaN it is) is cleared, so that passing the
 * bytes on says no more than the values do.
 */
final class RowChecks {

    private static final ClassName BYTES = Library.HOST.bytes();

    private final FixedRecord record;
    private final BitSet meant = new BitSet();
    private final List<CodeBlock> statements = new ArrayList<>();

    private RowChecks(FixedRecord record) {
        this.record = record;
    }

    /** Adds the loop over {@code bytes}, if there is anything to look at. */
    static void write(Body body, FixedRecord record) {
        RowChecks checks = new RowChecks(record);
        record.fields().forEach(checks::field);
        checks.padding();
        if (checks.statements.isEmpty()) {
            return;
        }
        body.code.beginControlFlow("for (int start = 0; start < bytes.length; start += $L)", record.size());
        checks.statements.forEach(body.code::addStatement);
        body.code.endControlFlow();
    }

    private void field(Field field) {
        CodeBlock at = new Address("start", field.offset()).code();
        switch (field) {
            case FixedRecord.Scalar number -> number(number, at);
            case FixedRecord.Case one -> {
                int size = Layout.discriminantSize(one.shape().cases());
                means(one, size);
                if (one.shape().cases() < 1L << (size * Byte.SIZE)) {
                    statements.add(CodeBlock.of(
                            "$T.discriminant($L, $L)",
                            HostDialect.CHECKS,
                            unsigned(size, at),
                            one.shape().cases()));
                }
            }
            case FixedRecord.Bits bits -> bits(bits, at);
            case FixedRecord.Flags flags -> {}
            case FixedRecord.Nested nested -> {}
        }
    }

    private void number(FixedRecord.Scalar number, CodeBlock at) {
        String kind = Lifting.kind(number.type());
        means(number, sizeOf(kind));
        if (number.type() == Type.Primitive.BOOL) {
            statements.add(CodeBlock.of(
                    "$T.putByte(bytes, $L, (byte) ($T.getByte(bytes, $L) == 0 ? 0 : 1))", BYTES, at, BYTES, at));
        } else if (number.type() == Type.Primitive.CHAR) {
            statements.add(CodeBlock.of("$T.character($T.getInt(bytes, $L))", HostDialect.CHECKS, BYTES, at));
        } else if (number.type() == Type.Primitive.F32 || number.type() == Type.Primitive.F64) {
            statements.add(CodeBlock.of(
                    "$1T.put$2L(bytes, $3L, $4T.canonical($1T.get$2L(bytes, $3L)))",
                    BYTES,
                    kind,
                    at,
                    HostDialect.CHECKS));
        }
    }

    private void bits(FixedRecord.Bits bits, CodeBlock at) {
        int size = Layout.flagsSize(bits.shape().count());
        means(bits, size);
        if (bits.shape().count() == size * Byte.SIZE) {
            return;
        }
        String kind = Lifting.unsignedKind(size);
        CodeBlock kept = CodeBlock.of(
                "$T.get$L(bytes, $L) & $L",
                BYTES,
                kind,
                at,
                ValueTypes.hex(bits.shape().mask()));
        statements.add(CodeBlock.of(
                "$T.put$L(bytes, $L, $L)",
                BYTES,
                kind,
                at,
                size == Integer.BYTES ? kept : CodeBlock.of("($L) ($L)", size == 1 ? "byte" : "short", kept)));
    }

    private void padding() {
        for (int at = meant.nextClearBit(0); at < record.size(); at = meant.nextClearBit(at + 1)) {
            statements.add(CodeBlock.of("$T.putByte(bytes, $L, (byte) 0)", BYTES, new Address("start", at).code()));
        }
    }

    private void means(Field field, int size) {
        meant.set(field.offset(), field.offset() + size);
    }

    private static CodeBlock unsigned(int size, CodeBlock at) {
        return switch (size) {
            case 1 -> CodeBlock.of("$T.getByte(bytes, $L) & 0xff", BYTES, at);
            case 2 -> CodeBlock.of("$T.getShort(bytes, $L) & 0xffff", BYTES, at);
            default -> CodeBlock.of("$T.getInt(bytes, $L)", BYTES, at);
        };
    }

    private static int sizeOf(String kind) {
        return switch (kind) {
            case "Byte" -> Byte.BYTES;
            case "Short" -> Short.BYTES;
            case "Int", "Float" -> Integer.BYTES;
            default -> Long.BYTES;
        };
    }
}
