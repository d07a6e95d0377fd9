package dev.wasmledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmark components' sanity values, as their README states them. */
class BenchComponentsTest {

    private static final Path FOLDER = Path.of(System.getProperty("bench.dir"));
    private static final long[] THOUSAND = LongStream.range(0, 1000).toArray();

    @BeforeAll
    static void requireComponents() {
        boolean present = Files.isDirectory(FOLDER);
        assertThat(present || !Boolean.parseBoolean(System.getenv("CI")))
                .as("CI needs the benchmark components in %s", FOLDER)
                .isTrue();
        assumeTrue(present, "no benchmark components in " + FOLDER);
    }

    @ParameterizedTest
    @EnumSource
    void hostCallsComponent(Execution execution) throws IOException {
        try (Instance instance = new Linker().instantiate(load("callee.wasm", execution))) {
            var api = new BenchApi(instance);
            assertThat(api.add(0xffffffff, 2)).isEqualTo(1);
            assertThat(api.echoString("sixteen-bytes-ok äöü €")).isEqualTo("sixteen-bytes-ok äöü €");
            // Long strings are lowered in pieces of 4096 characters.
            String surrogatesApart = "x".repeat(4095) + "𝄞" + "x".repeat(100);
            assertThat(api.echoString(surrogatesApart)).isEqualTo(surrogatesApart);
            String ascii = "0123456789".repeat(1000);
            assertThat(api.echoString(ascii)).isEqualTo(ascii);
            assertThat(api.sumList(THOUSAND)).isEqualTo(499_500);
            byte[] sevens = new byte[65_536];
            Arrays.fill(sevens, (byte) 7);
            assertThat(api.checksum(sevens)).isEqualTo(3_580_468_677L);
            var item = new BenchApi.Item(1, "sixteen-bytes-ok", 1.5, List.of("alpha", "beta"), 3, 4);
            assertThat(api.roundtrip(item))
                    .isEqualTo(new BenchApi.Item(2, "sixteen-bytes-ok", 3.0, List.of("alpha", "beta"), 4, 3));
            assertThat(api.roundtripFlat(new BenchApi.Point(1, 2, 3))).isEqualTo(new BenchApi.Point(2, 3, 4));
            assertThat(api.roundtripNumber(41)).isEqualTo(42);
        }
    }

    @ParameterizedTest
    @EnumSource
    void componentCallsComponent(Execution execution) throws IOException {
        try (Instance instance = new Linker().instantiate(load("composed.wasm", execution))) {
            var driver = new BenchDriver(instance);
            assertThat(driver.addN(10)).isEqualTo(45);
            assertThat(driver.echoN(3, "sixteen-bytes-ok")).isEqualTo(369);
            assertThat(driver.sumN(2, THOUSAND)).isEqualTo(999_000);
            assertThat(driver.roundtripN(3)).isEqualTo(72);
        }
    }

    @ParameterizedTest
    @EnumSource
    void instancesOfOnePlanShareNothing(Execution execution) throws IOException {
        Component component = load("composed.wasm", execution);
        for (int i = 0; i < 3; i++) {
            try (Instance instance = new Linker().instantiate(component)) {
                assertThat(new BenchDriver(instance).roundtripN(3)).isEqualTo(72);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void missingImportsAreListedBeforeAnythingRuns(Execution execution) throws IOException {
        Component caller = load("caller.wasm", execution);
        assertThatThrownBy(() -> new Linker().instantiate(caller))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("import re:bench/api@0.1.0#add is not provided")
                .hasMessageContaining("import re:bench/api@0.1.0#roundtrip is not provided");
    }

    private static Component load(String file, Execution execution) throws IOException {
        return Component.load(file, Files.readAllBytes(FOLDER.resolve(file)), execution);
    }
}
