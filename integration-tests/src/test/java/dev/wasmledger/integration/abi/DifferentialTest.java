package dev.wasmledger.integration.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.wit.StringEncoding;
import dev.wasmledger.runtime.Component;
import dev.wasmledger.runtime.Execution;
import dev.wasmledger.runtime.Instance;
import dev.wasmledger.runtime.Linker;
import dev.wasmledger.runtime.dynamic.Func;
import dev.wasmledger.runtime.dynamic.Val;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random values of random WIT types, sent through guests that echo them: by the dynamic API into one component and into a
 * pair of linked ones, and by generated bindings. What a guest gets, and what it is made to give, is read and written by a
 * model of the canonical ABI of its own ({@link AbiTypes}, {@link AbiMemory}): the two must agree in both directions.
 *
 * <p>A case is one value on one of the ways, there and back. {@code -Ddifferential.seeds} says how many interfaces are
 * made up; the Maven profile {@code differential} sets it so that there are more than 100,000 cases.
 */
class DifferentialTest {

    private static final long SEEDS = Long.getLong("differential.seeds");
    private static final List<StringEncoding> ENCODINGS = List.of(StringEncoding.values());
    private static final int FUNCTIONS = 8;
    private static final int VALUES = 30;
    private static final int FEW_SEEDS = 8;
    private static final AtomicLong CASES = new AtomicLong();

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @AfterAll
    static void count() {
        System.out.println(CASES + " cases agree with the model");
    }

    /** A way into a guest. */
    private interface Way {
        Val echo(int function, Val value);

        Val give(int function);

        /** Whether the bits of a NaN are to be looked at: a record of Java's may hold any. */
        boolean keepsBits();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTheModel(long seed, @TempDir Path folder) throws Exception {
        RandomWit.Subject subject = RandomWit.of(seed, FUNCTIONS);
        var random = new Random(seed);
        StringEncoding innerEncoding = encoding(random);
        StringEncoding outerEncoding = encoding(random);
        byte[] inner = EchoGuest.inner(subject.wit(), subject.types(), innerEncoding);
        byte[] pair = Pair.of(inner, EchoGuest.outer(subject.wit(), subject.types(), outerEncoding));

        // The interpreter makes up for no speed that it would show here.
        Execution execution = switch ((int) (seed % 8)) {
            case 7 -> Execution.INTERPRETED;
            case 2, 5 -> Execution.UNLINKED;
            default -> Execution.COMPILED;
        };
        var linker = new Linker();
        try (Instance alone = linker.instantiate(Component.load("inner", inner, execution));
                Instance linked = linker.instantiate(Component.load("pair", pair, execution))) {
            var guest = new Probe(alone, EchoGuest.SUBJECT, innerEncoding);
            check(subject.types(), random, dynamic(alone), List.of(guest));
            var near = new Probe(linked, EchoGuest.SUBJECT, outerEncoding);
            var far = new Probe(linked, Pair.INNER, innerEncoding);
            check(subject.types(), random, dynamic(linked), List.of(near, far));
            try (var bound = BoundSubject.of(subject.wit(), linked, folder)) {
                check(subject.types(), random, typed(bound, subject.types()), List.of(near, far));
            }
        }
    }

    /** A mistake in the model is one in the code under test, seen from the other side. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aMistakeIsNoticed(Mistake mistake) {
        long noticed = LongStream.range(0, FEW_SEEDS)
                .filter(seed -> isNoticed(seed, mistake))
                .count();
        System.out.println(mistake + " is noticed with " + noticed + " of " + FEW_SEEDS + " seeds");
        assertThat(noticed).isPositive();
    }

    private static boolean isNoticed(long seed, Mistake mistake) {
        RandomWit.Subject subject = RandomWit.of(seed, FUNCTIONS);
        var random = new Random(seed);
        StringEncoding encoding = encoding(random);
        byte[] wasm = EchoGuest.inner(subject.wit(), subject.types(), encoding);
        try (Instance instance = new Linker().instantiate(Component.load(wasm))) {
            var guest = new Probe(instance, EchoGuest.SUBJECT, encoding, mistake);
            check(subject.types(), new RandomValues(random, mistake), dynamic(instance), List.of(guest));
            return false;
        } catch (AssertionError | RuntimeException noticed) {
            return true;
        }
    }

    /**
     * Sends values.
     *
     * @param guests that a value passes on its way, the one that gives it back last
     */
    private static void check(List<ValType> types, Random random, Way way, List<Probe> guests) {
        check(types, new RandomValues(random, Mistake.NONE), way, guests);
        CASES.addAndGet((long) types.size() * VALUES);
    }

    private static void check(List<ValType> types, RandomValues values, Way way, List<Probe> guests) {
        for (int i = 0; i < types.size(); i++) {
            ValType type = types.get(i);
            for (int left = VALUES; left > 0; left--) {
                Val value = values.of(type);
                guests.forEach(Probe::reset);
                assertThat(way.echo(i, value)).as("echo-%d, %s", i, type).isEqualTo(value);
                for (Probe guest : guests) {
                    assertThat(guest.captured(type))
                            .as("argument of echo-%d", i)
                            .isEqualTo(value);
                    assertThat(guest.postReturns()).isEqualTo(1);
                }
                if (guests.size() > 1 && EchoGuest.isResultInMemory(type)) {
                    assertThat(guests.getFirst().result(type))
                            .as("result of echo-%d in the caller", i)
                            .isEqualTo(value);
                }
                guests.forEach(Probe::reset);
                guests.getLast().give(value, type);
                Val given = way.give(i);
                assertThat(given).as("give-%d, %s", i, type).isEqualTo(value);
                if (way.keepsBits()) {
                    assertThat(AbiValues.floatBits(given, AbiValues::rawBits))
                            .as("floats of give-%d, %s", i, type)
                            .isEqualTo(guests.getLast().liftedFloats(value));
                }
            }
        }
    }

    private static Way dynamic(Instance instance) {
        return new Way() {
            @Override
            public Val echo(int function, Val value) {
                return function("echo-" + function).call(List.of(value)).orElseThrow();
            }

            @Override
            public Val give(int function) {
                return function("give-" + function).call(List.of()).orElseThrow();
            }

            @Override
            public boolean keepsBits() {
                return true;
            }

            private Func function(String name) {
                return instance.function(EchoGuest.SUBJECT, name).orElseThrow();
            }
        };
    }

    private static Way typed(BoundSubject bound, List<ValType> types) {
        return new Way() {
            @Override
            public Val echo(int function, Val value) {
                return bound.echo(function, types.get(function), value);
            }

            @Override
            public Val give(int function) {
                return bound.give(function, types.get(function));
            }

            @Override
            public boolean keepsBits() {
                return false;
            }
        };
    }

    private static StringEncoding encoding(Random random) {
        return ENCODINGS.get(random.nextInt(ENCODINGS.size()));
    }
}
