namespace guitai
{
}
