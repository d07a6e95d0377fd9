package guest;

import guest.test.number_lists.echo.Echo;

public final class Guest implements Echo {
    @Override
    public byte[] listU8(byte[] v) {
        return v;
    }

    @Override
    public short[] listS16(short[] v) {
        return v;
    }

    @Override
    public int[] listU32(int[] v) {
        return v;
    }

    @Override
    public long[] listS64(long[] v) {
        return v;
    }

    @Override
    public float[] listF32(float[] v) {
        return v;
    }

    @Override
    public double[] listF64(double[] v) {
        return v;
    }

    @Override
    public long sum(long[] v) {
        long sum = 0;
        for (long one : v) {
            sum += one;
        }
        return sum;
    }
}
