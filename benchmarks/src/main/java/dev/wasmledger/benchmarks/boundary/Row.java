package dev.wasmledger.benchmarks.boundary;

import java.util.Locale;

/** What is measured: one call, from a host into a component or from one component to another. */
enum Row {
    HOST_ADD(0.1),
    HOST_ECHO_16_BYTES(0.1),
    HOST_ECHO_64_KIB(0.5),
    HOST_SUM_1000_U64(0.5),
    HOST_CHECKSUM_64_KIB(0.5),
    HOST_RECORD(0.5),
    HOST_FLAT_RECORD(0.5),
    HOST_VARIANT(0.5),
    COMPONENT_ADD(1.0),
    COMPONENT_ECHO_16_BYTES(1.0),
    COMPONENT_ECHO_64_KIB(1.0),
    COMPONENT_SUM_1000_U64(1.0),
    COMPONENT_RECORD(1.0);

    private final double goal;

    Row(double goal) {
        this.goal = goal;
    }

    /** The ratio to Wasmtime that is to be reached. */
    double goal() {
        return goal;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
