package dev.wasmledger.benchmarks.boundary;

/** One way to make the calls. */
interface Peer extends AutoCloseable {

    /** Makes a row's call {@code times} times; gives something that depends on all of them. */
    long run(Row row, int times);

    /**
     * Makes each call with the arguments whose results are known.
     *
     * @throws IllegalStateException if a result is another
     */
    void checkSanity();

    @Override
    void close();
}
