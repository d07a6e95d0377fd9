package dev.wasmledger.runtime.wave;

import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.runtime.dynamic.Val;
import java.math.BigInteger;
import java.util.Optional;

/** Reads values of primitive types. */
final class Scalars {

    /** More digits than any integer type has; longer texts are not converted. */
    private static final int MAX_DIGITS = 21;

    private final Problems problems;

    Scalars(Problems problems) {
        this.problems = problems;
    }

    /** The value, or nothing where the node is none of that type. */
    Optional<Val> value(Node node, Primitive primitive) {
        Optional<Val> read = switch (primitive) {
            case BOOL -> bool(node);
            case S8 -> integer(node, primitive, 8, true).map(n -> new Val.S8(n.byteValue()));
            case U8 -> integer(node, primitive, 8, false).map(n -> new Val.U8(n.byteValue()));
            case S16 -> integer(node, primitive, 16, true).map(n -> new Val.S16(n.shortValue()));
            case U16 -> integer(node, primitive, 16, false).map(n -> new Val.U16(n.shortValue()));
            case S32 -> integer(node, primitive, 32, true).map(n -> new Val.S32(n.intValue()));
            case U32 -> integer(node, primitive, 32, false).map(n -> new Val.U32(n.intValue()));
            case S64 -> integer(node, primitive, 64, true).map(n -> new Val.S64(n.longValue()));
            case U64 -> integer(node, primitive, 64, false).map(n -> new Val.U64(n.longValue()));
            case F32 -> floatText(node).map(text -> new Val.F32(Float.parseFloat(text)));
            case F64 -> floatText(node).map(text -> new Val.F64(Double.parseDouble(text)));
            case CHAR ->
                node instanceof Node.Char(var start, var end, int codePoint)
                        ? Optional.of(new Val.Char(codePoint))
                        : Optional.empty();
            case STRING ->
                node instanceof Node.Str(var start, var end, String value)
                        ? Optional.of(new Val.Str(value))
                        : Optional.empty();
            case ERROR_CONTEXT -> Optional.empty();
        };
        boolean integerOutOfRange = node instanceof Node.Num number && number.isInteger() && isIntegerType(primitive);
        if (read.isEmpty() && !integerOutOfRange) {
            problems.mismatch(node, "`" + primitive.text() + "`", hint(node, primitive));
        }
        return read;
    }

    private static Optional<Val> bool(Node node) {
        return node instanceof Node.Word word
                        && word.keyword()
                        && word.payload().isEmpty()
                ? switch (word.label()) {
                    case "true" -> Optional.of(new Val.Bool(true));
                    case "false" -> Optional.of(new Val.Bool(false));
                    default -> Optional.empty();
                }
                : Optional.empty();
    }

    private Optional<BigInteger> integer(Node node, Primitive primitive, int bits, boolean signed) {
        if (!(node instanceof Node.Num number) || !number.isInteger()) {
            return Optional.empty();
        }
        BigInteger end = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
        BigInteger least = signed ? end.negate() : BigInteger.ZERO;
        if (number.text().length() <= MAX_DIGITS) {
            var value = new BigInteger(number.text());
            if (value.compareTo(least) >= 0 && value.compareTo(end) < 0) {
                return Optional.of(value);
            }
        }
        problems.add(
                Problems.OUT_OF_RANGE,
                node,
                "this is no `" + primitive.text() + "`",
                "it goes from " + least + " to " + end.subtract(BigInteger.ONE));
        return Optional.empty();
    }

    private static boolean isIntegerType(Primitive primitive) {
        return switch (primitive) {
            case S8, U8, S16, U16, S32, U32, S64, U64 -> true;
            case BOOL, F32, F64, CHAR, STRING, ERROR_CONTEXT -> false;
        };
    }

    /** As {@link Double#parseDouble} takes it. */
    private static Optional<String> floatText(Node node) {
        return switch (node) {
            case Node.Num number -> Optional.of(number.text().equals("-inf") ? "-Infinity" : number.text());
            case Node.Word word
            when word.keyword() && word.payload().isEmpty() ->
                switch (word.label()) {
                    case "inf" -> Optional.of("Infinity");
                    case "nan" -> Optional.of("NaN");
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static Optional<String> hint(Node node, Primitive primitive) {
        return switch (primitive) {
            case STRING -> node instanceof Node.Word ? Optional.of("strings stand in double quotes") : Optional.empty();
            case CHAR -> Optional.of("characters stand in single quotes");
            case BOOL -> Optional.of("write true or false");
            default -> Optional.empty();
        };
    }
}
