namespace Verify.Proofs.Tests.Differential;

/// <summary>try, catch and finally.</summary>
internal static class ExceptionSamples
{
    public static int CatchByType(int a, int b)
    {
        try
        {
            return checked(a / b) + Samples.Throws(b);
        }
        catch (DivideByZeroException)
        {
            return -1;
        }
        catch (ArithmeticException)
        {
            return -2;
        }
        catch (Exception thrown)
        {
            return thrown is ArgumentException ? -3 : -4;
        }
    }

    public static int FinallyOnEachWay(int a, int b)
    {
        int steps = 0;
        try
        {
            try
            {
                steps = 1;
                if (a == 5)
                {
                    return steps;
                }

                steps += a / b;
            }
            finally
            {
                steps *= 10;
            }

            steps++;
        }
        catch (DivideByZeroException)
        {
            steps += 7;
        }
        finally
        {
            steps ^= 3;
        }

        return steps;
    }

    public static int ThrownFromFinally(int a, int b)
    {
        int steps = 0;
        try
        {
            try
            {
                steps += a / b;
            }
            finally
            {
                steps += 100;
                Samples.Throws(a);
                steps += 1000;
            }
        }
        catch (ArgumentException)
        {
            steps += 5;
        }

        return steps;
    }

    public static int ThrownAgain(int a, int b)
    {
        int steps = 1;
        try
        {
            try
            {
                return a / b;
            }
            catch (DivideByZeroException)
            {
                throw new InvalidOperationException();
            }
            catch (ArithmeticException)
            {
                steps = 4;
                throw;
            }
        }
        catch (Exception)
        {
            return steps;
        }
    }

    public static int CaughtByTheCaller(int a, int b, byte rounds)
    {
        int caught = 0;
        for (int i = 0; i < rounds % 3; i++)
        {
            try
            {
                caught += Inner(a - i, b, ref caught);
                if (caught == 12)
                {
                    continue;
                }

                caught++;
            }
            catch (OverflowException)
            {
                caught += 100;
                if (a == b)
                {
                    break;
                }
            }
        }

        return caught;
    }

    public static int ThrownFromCatch(int a, int b)
    {
        int steps = 0;
        try
        {
            try
            {
                return a % b;
            }
            catch (DivideByZeroException)
            {
                steps = 3;
                throw new InvalidOperationException();
            }
            finally
            {
                steps += 40;
            }
        }
        catch (InvalidOperationException)
        {
            return steps;
        }
    }

    public static int NotCaught(int a, int b)
    {
        try
        {
            return a / b;
        }
        catch (InvalidOperationException)
        {
            return 1;
        }
        finally
        {
            _ = checked((byte)a);
        }
    }

    private static int Inner(int a, int b, ref int steps)
    {
        try
        {
            return checked(a + b);
        }
        finally
        {
            steps++;
        }
    }
}
