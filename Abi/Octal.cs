namespace Verify.Abi;

/// <summary>File modes in code as they are written in a shell.</summary>
public static class Octal
{
    /// <summary>The mode that octal digits write: <c>Mode("0755")</c>.</summary>
    /// <param name="digits">Digits from 0 to 7.</param>
    public static int Mode(string digits)
    {
        int mode = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            mode = mode * 8 + (digits[i] - '0');
        }

        return mode;
    }
}
