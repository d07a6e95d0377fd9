package dev.wasmledger.benchmarks.boundary;

import dev.wasmledger.benchmarks.bindings.Tuple2;
import dev.wasmledger.benchmarks.bindings.re.bench.api.Api;
import dev.wasmledger.benchmarks.bindings.re.bench.api.Item;
import dev.wasmledger.benchmarks.bindings.re.bench.api.Msg;
import dev.wasmledger.benchmarks.bindings.re.bench.api.Point;
import dev.wasmledger.benchmarks.bindings.re.bench.driver.Driver;
import dev.wasmledger.runtime.Component;
import dev.wasmledger.runtime.Instance;
import dev.wasmledger.runtime.Linker;

/** The components on this runtime, through generated bindings. */
final class Components implements Peer {

    private final Instance callee;
    private final Instance composed;
    private final Api api;
    private final Driver driver;
    private final long[] thousand = Inputs.thousand();
    private final byte[] sevens = Inputs.sevens();
    private final Item item = new Item(1, Inputs.SIXTEEN_BYTES, 1.5, Inputs.TAGS, new Tuple2<>(3, 4));
    private final Point point = new Point(1, 2, 3);
    private final Msg number = new Msg.Num(41);

    /** New instances of both components. */
    Components(Component callee, Component composed) {
        this.callee = new Linker().instantiate(callee);
        this.composed = new Linker().instantiate(composed);
        this.api = Api.bind(this.callee, Api.NAME);
        this.driver = Driver.bind(this.composed, Driver.NAME);
    }

    @Override
    public long run(Row row, int times) {
        return switch (row) {
            case HOST_ADD -> add(times);
            case HOST_ECHO_16_BYTES -> echo(Inputs.SIXTEEN_BYTES, times);
            case HOST_ECHO_64_KIB -> echo(Inputs.KIBIBYTES_64, times);
            case HOST_SUM_1000_U64 -> sum(times);
            case HOST_CHECKSUM_64_KIB -> checksum(times);
            case HOST_RECORD -> records(times);
            case HOST_FLAT_RECORD -> flatRecords(times);
            case HOST_VARIANT -> variants(times);
            case COMPONENT_ADD -> driver.addN(times);
            case COMPONENT_ECHO_16_BYTES -> driver.echoN(times, Inputs.SIXTEEN_BYTES);
            case COMPONENT_ECHO_64_KIB -> driver.echoN(times, Inputs.KIBIBYTES_64);
            case COMPONENT_SUM_1000_U64 -> driver.sumN(times, thousand);
            case COMPONENT_RECORD -> driver.roundtripN(times);
        };
    }

    private long add(int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            sum = api.add(sum, i);
        }
        return sum;
    }

    private long echo(String text, int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += api.echoString(text).length();
        }
        return sum;
    }

    private long sum(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += api.sumList(thousand);
        }
        return sum;
    }

    private long checksum(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += api.checksum(sevens);
        }
        return sum;
    }

    private long records(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += api.roundtrip(item).id();
        }
        return sum;
    }

    private long flatRecords(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += api.roundtripFlat(point).y();
        }
        return sum;
    }

    private long variants(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += api.roundtripVariant(number) instanceof Msg.Num(long value) ? value : 0;
        }
        return sum;
    }

    @Override
    public void checkSanity() {
        Inputs.require("add", 1, api.add(0xffff_ffff, 2));
        Inputs.require("echo-string", Inputs.SIXTEEN_BYTES, api.echoString(Inputs.SIXTEEN_BYTES));
        Inputs.require("sum-list", 499_500L, api.sumList(thousand));
        Inputs.require("checksum", (int) 3_580_468_677L, api.checksum(sevens));
        var turned = new Item(2, Inputs.SIXTEEN_BYTES, 3.0, Inputs.TAGS, new Tuple2<>(4, 3));
        Inputs.require("roundtrip", turned, api.roundtrip(item));
        Inputs.require("roundtrip-flat", new Point(2, 3, 4), api.roundtripFlat(point));
        Inputs.require("roundtrip-variant", new Msg.Num(42), api.roundtripVariant(number));
        Inputs.require("add-n", 45, driver.addN(10));
        Inputs.require("echo-n", 369, driver.echoN(3, Inputs.SIXTEEN_BYTES));
        Inputs.require("sum-n", 999_000L, driver.sumN(2, thousand));
        Inputs.require("roundtrip-n", 72, driver.roundtripN(3));
    }

    @Override
    public void close() {
        callee.close();
        composed.close();
    }
}
