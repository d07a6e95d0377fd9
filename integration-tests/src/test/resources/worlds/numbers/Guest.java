package guest;

import guest.test.numbers.echo.Echo;

public final class Guest implements Echo {
    @Override
    public byte echoU8(byte v) {
        return v;
    }

    @Override
    public byte echoS8(byte v) {
        return v;
    }

    @Override
    public short echoU16(short v) {
        return v;
    }

    @Override
    public short echoS16(short v) {
        return v;
    }

    @Override
    public int echoU32(int v) {
        return v;
    }

    @Override
    public int echoS32(int v) {
        return v;
    }

    @Override
    public long echoU64(long v) {
        return v;
    }

    @Override
    public long echoS64(long v) {
        return v;
    }

    @Override
    public float echoF32(float v) {
        return v;
    }

    @Override
    public double echoF64(double v) {
        return v;
    }
}
