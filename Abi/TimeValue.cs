namespace Verify.Abi;

/// <summary>A struct timeval, which need not be in its normal form.</summary>
public readonly record struct TimeValue(int Seconds, int Microseconds);
