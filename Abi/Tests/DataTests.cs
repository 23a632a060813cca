using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace Verify.Abi.Tests;

/// <summary>Short data lies in a word, long data in an array; nobody can tell which.</summary>
public sealed class DataTests
{
    [Property(Replay = "1,1")]
    public void Has_the_bytes_that_it_was_made_of(byte[] bytes)
    {
        var data = Data.Of(bytes);

        data.Length.ShouldBe(bytes.Length);
        data.ToArray().ShouldBe(bytes);
        Enumerable.Range(0, bytes.Length).Select(i => data[i]).ShouldBe(bytes);
        data.ToString().ShouldBe(new string([.. bytes.Select(b => (char)b)]));
        Data.Of(data.ToString()).ShouldBe(data);
    }

    [Property(Replay = "1,1")]
    public void Equal_bytes_are_equal_data(byte[] bytes, byte other)
    {
        var data = Data.Of(bytes);

        (data == Data.Of([.. bytes])).ShouldBeTrue();
        data.GetHashCode().ShouldBe(Data.Of([.. bytes]).GetHashCode());
        (data != Data.Of([.. bytes, other])).ShouldBeTrue();
        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] changed = [.. bytes];
            changed[i] ^= 0x40;
            data.Equals((object)Data.Of(changed)).ShouldBeFalse();
        }
    }

    [Property(Replay = "1,1")]
    public void Any_part_has_the_bytes_there(byte[] bytes)
    {
        var data = Data.Of(bytes);
        for (int start = 0; start <= bytes.Length; start++)
        {
            data.Slice(start, bytes.Length - start).ShouldBe(Data.Of(bytes.AsSpan(start)));
            data.Slice(0, start).ShouldBe(Data.Of(bytes.AsSpan(0, start)));
            data.Slice(start, 0).ShouldBe(default);
        }
    }

    [Property(Replay = "1,1")]
    public void Data_is_joined(byte[] first, byte[] second) =>
        Data.Of(first).Then(Data.Of(second)).ShouldBe(Data.Of([.. first, .. second]));

    [Property(Replay = "1,1")]
    public void Data_is_padded_with_zeros(byte[] bytes, byte more) =>
        Data.Of(bytes).PaddedTo(bytes.Length + more).ShouldBe(Data.Of([.. bytes, .. new byte[more]]));

    [Theory]
    [InlineData(0, 2)]
    [InlineData(15, 17)]
    [InlineData(16, 2)]
    [InlineData(3000, 2)]
    public void A_long_tail_of_zeros_is_left_out(int zeros, int length) =>
        Data.Of("ab").PaddedTo(2 + zeros).WithoutLongTail().ShouldBe(Data.Of("ab").PaddedTo(length));

    [Fact]
    public void A_word_has_no_bytes_beyond_its_length()
    {
        Data.OfWord(0x636261, 2).ShouldBe(Data.Of("ab"));
        Data.OfWord(ulong.MaxValue, 0).ShouldBe(default);
        Data.OfWord(ulong.MaxValue, 8).ShouldBe(Data.Of([255, 255, 255, 255, 255, 255, 255, 255]));
        Data.Of("abc").Word.ShouldBe(0x636261UL);
    }

    [Fact]
    public void A_character_above_a_byte_is_no_data()
    {
        Data.TryParse("a\u0100", out _).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Data.Of("a\u0100"));
    }
}
