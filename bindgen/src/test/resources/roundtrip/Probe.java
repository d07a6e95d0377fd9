package probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.bindgen.Loopback;
import dev.wasmledger.runtime.Trap;
import dev.wasmledger.runtime.abi.LinearMemory;
import dev.wasmledger.runtime.abi.Slice;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import probe.probe.values.values.Color;
import probe.probe.values.values.Fixed;
import probe.probe.values.values.FixedBuffer;
import probe.probe.values.values.FixedList;
import probe.probe.values.values.Inner;
import probe.probe.values.values.Joined;
import probe.probe.values.values.JoinedException;
import probe.probe.values.values.CheckedException;
import probe.probe.values.values.Many;
import probe.probe.values.values.Mixed;
import probe.probe.values.values.Nine;
import probe.probe.values.values.One;
import probe.probe.values.values.Point;
import probe.probe.values.values.PointList;
import probe.probe.values.values.Values;
import probe.probe.values.values.ValuesAbi;

/** Compiled beside the bindings of {@code values.wit}: sends values through both of them. */
public final class Probe implements Consumer<Loopback> {

    private static final int ODD_NAN = 0xffc1_2345;
    private static final long ODD_LONG_NAN = 0xfff8_1234_5678_9abcL;

    private static final List<String> STRINGS =
            List.of("", "a", "na\u00efve", "\u4f60\u597d", "\ud83d\ude00 \udbff\udfff", "\u0000\uffff\ufffd");

    /** Bytes of a {@code fixed}. */
    private static final int SIZE = 80;

    private static final List<Joined> JOINED = List.of(
            new Joined.Nothing(),
            new Joined.Single(-1.5f),
            new Joined.Double(Math.PI),
            new Joined.Small((byte) 0xff),
            new Joined.Wide(Long.MIN_VALUE),
            new Joined.Text("joined"),
            new Joined.Both(new Tuple2<>(-1, Float.MIN_VALUE)),
            new Joined.Point(new Point(Float.MAX_VALUE, -0.0)));

    @Override
    public void accept(Loopback instance) {
        Values.provide(instance, "plain-name", echo());
        Values values = Values.bind(instance, "plain-name");
        numbers(values);
        texts(values);
        structures(values);
        lists(values);
        views(values);
        wrongRows(instance);
        maps(values);
        inPlace(values);
        results(values);
        values.nothing();
        assertThat(values.sum(
                        (byte) -1, (byte) -1, (short) -1, (short) -1, -1, -1, -1L, -1L, 0.5f, 0.25, "k", new byte[] {7},
                        Optional.of("m"), Color.BLUE))
                .isEqualTo(new Tuple2<>("-1-1-1-1-1-1-1-1k7mBLUE", 0.75));
        // Calls that were refused are over too.
        assertThat(instance.open()).isZero();
        assertThat(instance.postReturns()).isPositive();
    }

    private static void numbers(Values values) {
        for (boolean v : new boolean[] {true, false}) {
            assertThat(values.bools(v)).isEqualTo(v);
        }
        for (int v : new int[] {0, 1, -1, 127, -128, 32767, -32768, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(values.bytes((byte) v)).isEqualTo((byte) v);
            assertThat(values.signedBytes((byte) v)).isEqualTo((byte) v);
            assertThat(values.shorts((short) v)).isEqualTo((short) v);
            assertThat(values.signedShorts((short) v)).isEqualTo((short) v);
            assertThat(values.ints(v)).isEqualTo(v);
            assertThat(values.longs(v * 0x1_0000_0001L)).isEqualTo(v * 0x1_0000_0001L);
            assertThat(values.floats(v / 3f)).isEqualTo(v / 3f);
            assertThat(values.doubles(v / 3.0)).isEqualTo(v / 3.0);
        }
        assertThat(values.doubles(Double.NaN)).isNaN();
        nans(values);
    }

    private static void texts(Values values) {
        for (int v : new int[] {0, 'a', 0xd7ff, 0xe000, 0x10ffff}) {
            assertThat(values.chars(v)).isEqualTo(v);
        }
        assertThatThrownBy(() -> values.chars(0xd800))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0xd800");
        STRINGS.forEach(v -> assertThat(values.strings(v)).isEqualTo(v));
    }

    private static void structures(Values values) {
        assertThat(values.ones(One.A)).isEqualTo(One.A);
        assertThat(values.nines(Nine.F8.with(Nine.F0))).isEqualTo(Nine.F8.with(Nine.F0));
        assertThat(values.manies(Many.F31.with(Many.F16))).isEqualTo(Many.F31.with(Many.F16));
        assertThat(Nine.F8.with(Nine.F0).without(Nine.F8).contains(Nine.F8)).isFalse();
        assertThatThrownBy(() -> new Nine(1 << 9)).isInstanceOf(IllegalArgumentException.class);
        for (Color v : Color.values()) {
            assertThat(values.colors(v)).isEqualTo(v);
        }
        Point point = new Point(1.25f, -2.5);
        assertThat(values.points(point)).isEqualTo(point);
        assertThat(values.mixedOnes(mixed(Optional.of(point)))).usingRecursiveComparison().isEqualTo(mixed(Optional.of(point)));
        JOINED.forEach(v -> assertThat(values.joinedOnes(v)).isEqualTo(v));
        for (Optional<Optional<Integer>> v :
                List.of(Optional.<Optional<Integer>>empty(), Optional.of(Optional.<Integer>empty()), Optional.of(Optional.of(5)))) {
            assertThat(values.options(v)).isEqualTo(v);
        }
        for (Optional<Result<Unit, String>> v : List.of(
                Optional.<Result<Unit, String>>empty(),
                Optional.<Result<Unit, String>>of(new Result.Ok<>(Unit.UNIT)),
                Optional.<Result<Unit, String>>of(new Result.Err<>("no")))) {
            assertThat(values.optionalResults(v)).isEqualTo(v);
        }
    }

    private static void lists(Values values) {
        assertThat(values.byteLists(new byte[] {1, -1})).containsExactly(1, -1);
        assertThat(values.byteLists(new byte[0])).isEmpty();
        assertThat(values.shortLists(new short[] {1, -1})).containsExactly((short) 1, (short) -1);
        assertThat(values.intLists(new int[] {1, -1})).containsExactly(1, -1);
        assertThat(values.longLists(new long[] {1, -1})).containsExactly(1, -1);
        assertThat(values.floatLists(new float[] {1, -1})).containsExactly(1, -1);
        assertThat(values.doubleLists(new double[] {1, -1})).containsExactly(1, -1);
        assertThat(values.boolLists(new boolean[] {true, false})).containsExactly(true, false);
        assertThat(values.stringLists(List.of(STRINGS, List.of()))).containsExactly(STRINGS, List.of());
        List<Mixed> mixed = List.of(mixed(Optional.empty()), mixed(Optional.of(new Point(0, 1))));
        assertThat(values.mixedLists(mixed)).usingRecursiveComparison().isEqualTo(mixed);
        assertThat(values.joinedLists(JOINED)).isEqualTo(JOINED);
        List<Result<String, Color>> results = List.of(new Result.Ok<>("fine"), new Result.Err<>(Color.GREEN));
        assertThat(values.resultLists(results)).isEqualTo(results);
        List<Tuple2<String, Optional<Joined>>> alias =
                List.of(new Tuple2<>("x", Optional.of(JOINED.get(5))), new Tuple2<>("", Optional.empty()));
        assertThat(values.aliases(alias)).isEqualTo(alias);
    }

    private static void views(Values values) {
        List<Fixed> records = List.of(fixed(0), fixed(1), fixed(-1));
        FixedList list = FixedList.copyOf(records);
        FixedList back = values.fixedLists(list);
        assertThat(back).isEqualTo(records).isNotSameAs(list);
        assertThat(FixedList.copyOf(back)).isSameAs(back);
        assertThat(values.fixedLists(back)).isEqualTo(records);
        assertThat(values.fixedLists(FixedList.of())).isEmpty();
        for (int i = 0; i < records.size(); i++) {
            Fixed record = records.get(i);
            assertThat(back.flag(i)).isEqualTo(record.flag());
            assertThat(back.size_(i)).isEqualTo(record.size());
            assertThat(back.oneBits(i)).isEqualTo(record.one().bits());
            assertThat(back.get_(i)).isEqualTo(record.get());
            assertThat(back.letter(i)).isEqualTo(record.letter());
            assertThat(back.color(i)).isEqualTo(record.color());
            assertThat(back.atX(i)).isEqualTo(record.at().x());
            assertThat(back.at_(i)).isEqualTo(record.at());
            assertThat(back.nineBits(i)).isEqualTo(record.nine().bits());
            assertThat(back.f(i)).isEqualTo(record.f());
            assertThat(back.many(i)).isEqualTo(record.many());
            assertThat(back.innerAtY(i)).isEqualTo(record.inner().at().y());
            assertThat(back.innerDefault(i)).isEqualTo(record.inner().default_());
            assertThat(back.l(i)).isEqualTo(record.l());
        }
        assertThatThrownBy(() -> back.l(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> back.l(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> back.add(fixed(2))).isInstanceOf(UnsupportedOperationException.class);
        List<PointList> nested = List.of(PointList.of(), PointList.of(new Point(1, 2), new Point(3, 4)));
        assertThat(values.nestedFixedLists(nested)).isEqualTo(nested);
        building(back);
    }

    /** Fields that are written one by one, elements that are copied, and what is built when the builder goes on. */
    private static void building(FixedList list) {
        FixedList.Builder builder = FixedList.builder(0);
        FixedBuffer first = builder.add()
                .flag(true).size_((byte) 7).oneBits(-1).get_((short) -2).letter('x').color(Color.GREEN).atX(1.5f).atY(-2)
                .nine(Nine.F8).f(3).manyBits(-1).innerAtX(4).innerAtY(5).innerDefault((byte) 6).l(Long.MIN_VALUE);
        Fixed expected = new Fixed(
                true, (byte) 7, One.A, (short) -2, 'x', Color.GREEN, new Point(1.5f, -2), Nine.F8, 3, new Many(-1),
                new Inner(new Point(4, 5), (byte) 6), Long.MIN_VALUE);
        assertThat(first.get()).isEqualTo(expected);
        assertThatThrownBy(() -> first.letter(0xd800)).isInstanceOf(IllegalArgumentException.class);
        for (int i = 0; i < 20; i++) {
            builder.add(list, i % list.size());
        }
        builder.add(expected).add().set(new FixedBuffer().set(expected).inner(list.inner(1)));
        assertThat(builder.size()).isEqualTo(23);
        FixedList built = builder.build();
        // The builder's place for its last element is no way into what was built.
        first.l(0);
        assertThat(built).hasSize(23).startsWith(expected, list.get(0), list.get(1));
        assertThat(built.get(21)).isEqualTo(expected);
        assertThat(built.inner(22)).isEqualTo(list.inner(1));
        assertThat(built.l(22)).isEqualTo(Long.MIN_VALUE);
        assertThat(builder.add(expected).build()).containsExactly(expected);
        buildingInOnePlace(expected);
    }

    /** Lists in the bytes of one that is spent: what they are given shows nothing of what was there before. */
    private static void buildingInOnePlace(Fixed expected) {
        Fixed zero = new FixedBuffer().get();
        FixedList three = FixedList.builder(3, FixedList.of()).add(expected).add(expected).add(expected).build();
        assertThat(three).containsExactly(expected, expected, expected);
        FixedList.Builder again = FixedList.builder(2, three);
        again.add();
        FixedList one = again.build();
        assertThat(one).containsExactly(zero);
        FixedList.Builder more = FixedList.builder(0, one);
        for (int i = 0; i < 30; i++) {
            more.add().l(i);
        }
        FixedList thirty = more.build();
        assertThat(thirty).hasSize(30);
        for (int i = 0; i < 30; i++) {
            assertThat(thirty.get(i)).isEqualTo(new FixedBuffer().set(zero).l(i).get());
        }
    }

    private static Fixed fixed(int seed) {
        return new Fixed(
                seed != 0, (byte) seed, seed == 0 ? One.NONE : One.A, (short) (seed * 300), 0x10ffff - (seed & 1),
                Color.values()[seed & 1], new Point(seed, -seed), new Nine(seed & 0x1ff), seed / 3f, new Many(seed),
                new Inner(new Point(seed * 7, seed / 7.0), (byte) (seed * 5)), seed * 0x1_0000_0001L);
    }

    /** What must not be lifted is refused, and what means nothing is cleared. */
    private static void wrongRows(Loopback instance) {
        LinearMemory memory = instance.memory();
        var options = instance.options();
        long slice = ValuesAbi.lowerListOfFixed(options, FixedList.of(fixed(0), fixed(1)));
        int second = Slice.pointer(slice) + SIZE;
        for (int padding : new int[] {3, 7, 13, 20, 34, 45, 65}) {
            memory.putByte(second + padding, (byte) 0xa5);
        }
        memory.putByte(second, (byte) 2);
        memory.putByte(second + 2, (byte) 0xff);
        FixedList lifted = ValuesAbi.liftListOfFixed(options, slice);
        assertThat(lifted).containsExactly(fixed(0), fixed(1));
        byte[] clean = new byte[SIZE];
        byte[] expected = new byte[SIZE];
        lifted.copyTo(1, clean, 0);
        FixedList.of(fixed(1)).copyTo(0, expected, 0);
        assertThat(clean).isEqualTo(expected);
        memory.putInt(second + 16, ODD_NAN);
        memory.putLong(second + 24, ODD_LONG_NAN);
        memory.putInt(second + 36, ODD_NAN);
        FixedList nans = ValuesAbi.liftListOfFixed(options, slice);
        isCanonical(nans.atX(1));
        isCanonical(nans.f(1));
        isCanonical(nans.atY(1));
        memory.putByte(second + 12, (byte) 3);
        assertThatThrownBy(() -> ValuesAbi.liftListOfFixed(options, slice)).isInstanceOf(Trap.class);
        memory.putByte(second + 12, (byte) 2);
        memory.putInt(second + 8, 0xdfff);
        assertThatThrownBy(() -> ValuesAbi.liftListOfFixed(options, slice)).isInstanceOf(Trap.class);
        assertThatThrownBy(() -> ValuesAbi.liftListOfFixed(options, Slice.of(4, 1))).isInstanceOf(Trap.class);
        assertThatThrownBy(() -> ValuesAbi.liftListOfFixed(options, Slice.of(8, 1 << 28))).isInstanceOf(Trap.class);
    }

    /** Of all the NaNs that a component may give, one is lifted. */
    private static void nans(Values values) {
        float single = Float.intBitsToFloat(ODD_NAN);
        double wide = Double.longBitsToDouble(ODD_LONG_NAN);
        isCanonical(values.floats(single));
        isCanonical(values.doubles(wide));
        isCanonical(values.floatLists(new float[] {single})[0]);
        isCanonical(values.doubleLists(new double[] {wide})[0]);
        Point point = values.points(new Point(single, wide));
        isCanonical(point.x());
        isCanonical(point.y());
        assertThat(values.joinedOnes(new Joined.Single(single)))
                .isInstanceOfSatisfying(Joined.Single.class, v -> isCanonical(v.value()));
        assertThat(values.joinedOnes(new Joined.Double(wide)))
                .isInstanceOfSatisfying(Joined.Double.class, v -> isCanonical(v.value()));
    }

    private static void isCanonical(float number) {
        assertThat(Float.floatToRawIntBits(number)).isEqualTo(0x7fc0_0000);
    }

    private static void isCanonical(double number) {
        assertThat(Double.doubleToRawLongBits(number)).isEqualTo(0x7ff8_0000_0000_0000L);
    }

    private static void maps(Values values) {
        Map<String, PointList> points = new LinkedHashMap<>();
        STRINGS.forEach(v -> points.put(v, PointList.of(new Point(v.length(), 1))));
        assertThat(values.maps(points)).containsExactlyEntriesOf(points);
        assertThat(values.maps(Map.of())).isEmpty();
        assertThat(values.codeMaps(Map.of(0x10ffff, (short) -1))).isEqualTo(Map.of(0x10ffff, (short) -1));
    }

    private static void inPlace(Values values) {
        assertThat(values.four(new short[] {1, -2, 3, Short.MIN_VALUE})).containsExactly(1, -2, 3, Short.MIN_VALUE);
        assertThatThrownBy(() -> values.four(new short[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3");
        List<Tuple2<Byte, String>> pairs = List.of(new Tuple2<>((byte) -1, "a"), new Tuple2<>((byte) 2, "\u4f60"));
        assertThat(values.pairs(pairs)).isEqualTo(pairs);
        List<Point> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(new Point(i, -i));
        }
        assertThat(values.manyInPlace(many)).isEqualTo(many);
        assertThatThrownBy(() -> values.manyInPlace(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static void results(Values values) {
        try {
            assertThat(values.fallible(3)).isEqualTo(3);
            values.checked(true);
        } catch (JoinedException | CheckedException unexpected) {
            throw new AssertionError(unexpected);
        }
        assertThatThrownBy(() -> values.fallible(0))
                .isInstanceOfSatisfying(JoinedException.class, e -> assertThat(e.error()).isEqualTo(JOINED.get(5)));
        assertThatThrownBy(() -> values.checked(false)).isInstanceOf(CheckedException.class);
    }

    private static Mixed mixed(Optional<Point> at) {
        return new Mixed(
                true, (byte) 0xfe, (short) -2, 0xffff_fffe, -2L, 0x1f600, "mixed", Color.GREEN, Nine.F8, at,
                new byte[] {1, 2, 3}, PointList.of(new Point(1, 2), new Point(3, 4)));
    }

    /** Answers with what it is asked. */
    private static Values echo() {
        return (Values) Proxy.newProxyInstance(
                Values.class.getClassLoader(), new Class<?>[] {Values.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "fallible":
                            if (arguments[0].equals(0)) {
                                throw new JoinedException(JOINED.get(5));
                            }
                            return arguments[0];
                        case "checked":
                            if (arguments[0].equals(false)) {
                                throw new CheckedException();
                            }
                            return null;
                        case "nothing":
                            return null;
                        case "sum":
                            return sum(arguments);
                        default:
                            return arguments[0];
                    }
                });
    }

    private static Tuple2<String, Double> sum(Object[] arguments) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append(arguments[i]);
        }
        text.append(arguments[10]).append(((byte[]) arguments[11])[0]);
        text.append(((Optional<?>) arguments[12]).orElseThrow()).append(arguments[13]);
        return new Tuple2<>(text.toString(), (Float) arguments[8] + (Double) arguments[9]);
    }
}
